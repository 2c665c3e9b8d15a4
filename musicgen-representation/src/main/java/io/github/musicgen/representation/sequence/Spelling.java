package io.github.musicgen.representation.sequence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of pitch classes and keys when they are transposed, counted on the line of fifths: ... Bb -2, F -1, C 0, G 1, D 2 ...
 * Two names that lie 12 apart sound the same.
 */
final class Spelling {
    private static final String LETTERS = "FCGDAEB"; // at -1..5, each 7 further with a sharp
    private static final int PER_ACCIDENTAL = LETTERS.length();
    private static final int FIFTHS_PER_SEMITONE = 7;
    private static final int FURTHEST_KEY = 6; // F# and Gb
    private static final int FURTHEST_ROOT = 8; // G# and Fb

    private static final String NAME = "([A-G])(#*|b*)(?![#b])";

    /** What chords are made of besides root and bass; the slashes of {@code 6/9} and {@code /o7} begin no bass. */
    private static final String KIND =
            "((?:[Mm]aj?|[Mm]in?|dim|aug|sus|add|no|omit|alt|ped|[mM\\d#b+\\-oø°Δ^(),]|/(?![A-G])){0,32})";

    private static final Pattern CHORD = Pattern.compile(NAME + KIND + "(?:/" + NAME + ")?");

    private Spelling() {}

    static KeySignature transposed(KeySignature key, int semitones) {
        return new KeySignature(key.tick(), transposed(key.fifths(), semitones, FURTHEST_KEY), key.mode());
    }

    static ChordSymbol transposed(ChordSymbol chord, int semitones) {
        Matcher matcher = CHORD.matcher(chord.text());
        if (!matcher.matches()) {
            return chord;
        }
        String text = transposed(matcher.group(1), matcher.group(2), semitones) + matcher.group(3);
        if (matcher.group(4) != null) {
            text += "/" + transposed(matcher.group(4), matcher.group(5), semitones);
        }
        return new ChordSymbol(chord.tick(), text);
    }

    private static String transposed(String letter, String accidentals, int semitones) {
        int sharps = accidentals.startsWith("#") ? accidentals.length() : -accidentals.length();
        int fifths = LETTERS.indexOf(letter) - 1 + PER_ACCIDENTAL * sharps;
        return name(transposed(fifths, semitones, FURTHEST_ROOT));
    }

    private static String name(int fifths) {
        int sharps = Math.floorDiv(fifths + 1, PER_ACCIDENTAL);
        String letter =
                LETTERS.substring(Math.floorMod(fifths + 1, PER_ACCIDENTAL)).substring(0, 1);
        return letter + (sharps < 0 ? "b" : "#").repeat(Math.abs(sharps));
    }

    /** A place on the line of fifths, moved by the simplest interval (-5 to 6 fifths) and kept within some distance from C. */
    private static int transposed(int fifths, int semitones, int furthest) {
        int interval = Math.floorMod(semitones * FIFTHS_PER_SEMITONE + 5, Pitch.PER_OCTAVE) - 5;
        if (interval == 0) {
            return fifths;
        }
        int moved = fifths + interval;
        while (moved > furthest) {
            moved -= Pitch.PER_OCTAVE;
        }
        while (moved < -furthest) {
            moved += Pitch.PER_OCTAVE;
        }
        return moved;
    }
}
