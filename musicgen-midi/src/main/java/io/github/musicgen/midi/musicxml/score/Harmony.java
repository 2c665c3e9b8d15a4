package io.github.musicgen.midi.musicxml.score;

import io.github.musicgen.midi.musicxml.vocabulary.Spelling;
import io.github.musicgen.representation.sequence.ChordSymbol;

/**
 * A chord symbol whose root can be transposed.
 *
 * @param root the root on the line of fifths, 0 for C; {@link #NO_ROOT} for a passage without a chord
 * @param suffix kind and degrees, such as {@code m7} or {@code 7(b9)}
 * @param bass the bass on the line of fifths; the root if it is not another note
 */
public record Harmony(int root, String suffix, int bass) {
    static final int NO_ROOT = Integer.MIN_VALUE;
    public static final Harmony NONE = new Harmony(NO_ROOT, "", NO_ROOT);

    private static final int SHARPEST = 12; // B#
    private static final int FLATTEST = -8; // Fb
    private static final int FIFTHS_PER_CIRCLE = 12;

    /** The same chord as it sounds on an instrument that transposes. */
    public Harmony transposed(int fifths) {
        return fifths == 0 || root == NO_ROOT ? this : new Harmony(usual(root + fifths), suffix, usual(bass + fifths));
    }

    /** The text above the staff, such as {@code Am7/G}. */
    public String text() {
        if (root == NO_ROOT) {
            return ChordSymbol.NO_CHORD;
        }
        String chord = Spelling.nameOf(root) + suffix;
        return bass == root ? chord : chord + "/" + Spelling.nameOf(bass);
    }

    private static int usual(int fifths) {
        if (fifths > SHARPEST) {
            return usual(fifths - FIFTHS_PER_CIRCLE);
        }
        return fifths < FLATTEST ? usual(fifths + FIFTHS_PER_CIRCLE) : fifths;
    }
}
