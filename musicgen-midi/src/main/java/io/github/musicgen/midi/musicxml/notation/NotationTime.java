package io.github.musicgen.midi.musicxml.notation;

/**
 * The unit that notation is counted in: fine enough for 256th notes and for every tuplet that is written, so that all of them
 * are whole numbers.
 */
public final class NotationTime {
    /** Units in a quarter. */
    public static final long QUARTER = 64L * 9 * 5 * 7 * 11 * 13;

    /** The shortest note value, a 256th. */
    static final long SHORTEST = QUARTER / 64;

    private NotationTime() {}
}
