package io.github.musicgen.midi.musicxml.score;

import io.github.musicgen.midi.musicxml.vocabulary.Fraction;

/**
 * A time signature as far as it is about lengths.
 *
 * @param beats beats in a bar; 0 if bars are as long as what is in them
 * @param beatType the note value of a beat, a power of two
 */
public record Meter(int beats, int beatType) {
    /** No meter at all. */
    public static final Meter FREE = new Meter(0, 4);

    public boolean free() {
        return beats == 0;
    }

    /** The length of a bar; 0 if it has none of its own. */
    public Fraction quarters() {
        return new Fraction(4L * beats, beatType);
    }
}
