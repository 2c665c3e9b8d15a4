package io.github.musicgen.representation.time;

/** The limits of a position in ticks, and its exact conversion between resolutions. */
public final class Ticks {
    /**
     * The last tick that music may reach. With the longest quarter that a tempo can have (2^24 microseconds) the exact time of
     * this tick still fits into a {@code long}, so that no conversion ever overflows. At 960 ticks per quarter and 120 quarters
     * per minute it lies four and a half years after the start.
     */
    public static final long MAX = 1L << 38;

    /** The finest resolution: what the header of a Standard MIDI File can hold. */
    public static final int MAX_PER_QUARTER = 32_767;

    private Ticks() {}

    /**
     * Checks a position and returns it.
     *
     * @param name what the position is called in the error message
     * @param tick the position
     * @return the position
     * @throws IllegalArgumentException if it is negative or beyond {@link #MAX}
     */
    public static long require(String name, long tick) {
        if (tick < 0 || tick > MAX) {
            throw new IllegalArgumentException(name + " must be 0.." + MAX + " ticks, but was " + tick);
        }
        return tick;
    }

    /**
     * Checks a resolution and returns it.
     *
     * @param ticksPerQuarter the resolution
     * @return the resolution
     * @throws IllegalArgumentException if it is not within 1 and {@link #MAX_PER_QUARTER}
     */
    public static int requireResolution(int ticksPerQuarter) {
        if (ticksPerQuarter < 1 || ticksPerQuarter > MAX_PER_QUARTER) {
            throw new IllegalArgumentException(
                    "ticks per quarter must be 1.." + MAX_PER_QUARTER + ", but was " + ticksPerQuarter);
        }
        return ticksPerQuarter;
    }

    /**
     * The same position at another resolution, rounded to the nearest tick, halves up.
     *
     * @param tick the position
     * @param fromPerQuarter the resolution it is counted in
     * @param toPerQuarter the resolution wanted
     * @return the position at that resolution
     * @throws IllegalArgumentException if it lies beyond {@link #MAX} there
     */
    public static long rescale(long tick, int fromPerQuarter, int toPerQuarter) {
        require("tick", tick);
        requireResolution(fromPerQuarter);
        requireResolution(toPerQuarter);
        return require("tick at the new resolution", roundedQuotient(tick * toPerQuarter, fromPerQuarter));
    }

    /** {@code floor(dividend / divisor + 1/2)} without leaving the integers; the dividend is not negative. */
    static long roundedQuotient(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long remainder = dividend % divisor;
        return remainder >= divisor - remainder ? quotient + 1 : quotient;
    }

    /** A multiple of a resolution, or the largest that is still a resolution. */
    static int multipleOf(int ticksPerQuarter, long factor) {
        return ticksPerQuarter * (int) Math.min(factor, MAX_PER_QUARTER / ticksPerQuarter);
    }

    static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
