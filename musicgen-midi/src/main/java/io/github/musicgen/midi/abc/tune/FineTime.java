package io.github.musicgen.midi.abc.tune;

/**
 * The unit of time while a tune is read: fine enough that all usual notes, down to 1024ths and in tuplets of up to 16, are whole
 * numbers of it. Other lengths are rounded to the nearest unit, which no resolution in ticks can tell.
 */
public final class FineTime {
    /** Units of a quarter note. */
    public static final long QUARTER = 256L * 27 * 5 * 7 * 11 * 13;

    /** Units of a whole note. */
    public static final long WHOLE = 4 * QUARTER;

    /** The longest note: beyond all music, and short enough that no product of factors overflows. */
    static final long MAX_LENGTH = 4_096 * WHOLE;

    /** The longest tune: 23 days at 120 quarters per minute, and within the range of ticks at every resolution. */
    public static final long MAX_TIME = 4_000_000 * QUARTER;

    private FineTime() {}

    /** A fraction of a length, to the nearest unit; no factor is beyond 2^20. */
    public static long scaled(long length, long numerator, long denominator) {
        return Math.floorDiv(2 * length * numerator + denominator, 2 * denominator);
    }

    static String inQuarters(long time) {
        return time % QUARTER == 0 ? Long.toString(time / QUARTER) : Double.toString((double) time / QUARTER);
    }
}
