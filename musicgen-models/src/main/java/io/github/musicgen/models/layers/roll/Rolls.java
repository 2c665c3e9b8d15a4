package io.github.musicgen.models.layers.roll;

/**
 * A batch of rolls.
 *
 * @param states 0 for a silent cell, 1 for a held one, 2 for one where a note is struck // [batch][steps * columns]
 * @param velocities 1 to 127 where a note is struck, anything elsewhere // [batch][steps * columns]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a batch is read and forgotten
public record Rolls(byte[][] states, byte[][] velocities) {
    /** Checks that there are as many of one as of the other. */
    public Rolls {
        if (states.length != velocities.length || states.length == 0) {
            throw new IllegalArgumentException("rolls must be 1 or more, and have velocities each, but were "
                    + states.length + " with " + velocities.length);
        }
    }

    /**
     * How many there are.
     *
     * @return the size of the batch
     */
    public int size() {
        return states.length;
    }
}
