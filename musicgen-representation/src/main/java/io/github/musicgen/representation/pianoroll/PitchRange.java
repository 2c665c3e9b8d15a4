package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.Pitch;

/**
 * The pitches that a piano roll has columns for.
 *
 * @param lowest the pitch of its first column
 * @param highest the pitch of its last column, included
 */
public record PitchRange(int lowest, int highest) {
    /** Every pitch of MIDI: 128 columns. */
    public static final PitchRange ALL = new PitchRange(Pitch.MIN, Pitch.MAX);

    /** The keys of a piano, A0 to C8: 88 columns. */
    public static final PitchRange PIANO = new PitchRange(21, 108);

    /** Checks that both are pitches and in order. */
    public PitchRange {
        Pitch.require(lowest);
        Pitch.require(highest);
        if (highest < lowest) {
            throw new IllegalArgumentException(
                    "the highest pitch of a range must not lie below its lowest, " + lowest + ", but was " + highest);
        }
    }

    /**
     * How many pitches it has.
     *
     * @return the number of columns
     */
    public int size() {
        return highest - lowest + 1;
    }

    /**
     * Whether a pitch lies within it.
     *
     * @param pitch any number
     * @return whether it does
     */
    public boolean contains(int pitch) {
        return pitch >= lowest && pitch <= highest;
    }

    /** The column of a pitch, which must have one. */
    int column(int pitch) {
        if (!contains(pitch)) {
            throw new IllegalArgumentException("pitch must be " + lowest + ".." + highest + ", but was " + pitch);
        }
        return pitch - lowest;
    }
}
