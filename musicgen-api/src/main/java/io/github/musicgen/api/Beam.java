package io.github.musicgen.api;

/**
 * A beam search: several continuations grow side by side, each in several ways at a time, and the likeliest go on. As in Magenta.
 *
 * @param size how many go on
 * @param branches in how many ways each of them is tried
 * @param steps how many steps they grow by before the likeliest are chosen
 */
public record Beam(int size, int branches, int steps) {
    /** The most continuations that are alive at a time. */
    public static final int MAX_ALIVE = 1 << 12;

    /** Checks the bounds. */
    public Beam {
        if (size < 1 || branches < 1 || steps < 1) {
            throw new IllegalArgumentException("size, branches and steps of a beam must be at least 1, but were " + size
                    + ", " + branches + " and " + steps);
        }
        if ((long) size * branches > MAX_ALIVE) {
            throw new IllegalArgumentException("size times branches of a beam must be at most " + MAX_ALIVE
                    + ", but was " + (long) size * branches);
        }
    }
}
