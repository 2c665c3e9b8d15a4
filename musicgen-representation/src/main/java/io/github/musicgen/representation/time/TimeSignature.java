package io.github.musicgen.representation.time;

/**
 * A time signature that holds from a tick on. A new bar begins where it does.
 *
 * @param tick where it begins
 * @param numerator beats in a bar, 1 to 255
 * @param denominator the note value of a beat: a power of two, 1 to 1024
 */
public record TimeSignature(long tick, int numerator, int denominator) implements TickEvent<TimeSignature> {
    /** The most beats that a bar can have: what a byte holds. */
    public static final int MAX_NUMERATOR = 255;

    /** The shortest beat: a 1024th note. */
    public static final int MAX_DENOMINATOR = 1024;

    /** Checks all components. */
    public TimeSignature {
        Ticks.require("time signature tick", tick);
        if (numerator < 1 || numerator > MAX_NUMERATOR) {
            throw new IllegalArgumentException(
                    "numerator of a time signature must be 1.." + MAX_NUMERATOR + ", but was " + numerator);
        }
        if (denominator < 1 || denominator > MAX_DENOMINATOR || Integer.bitCount(denominator) != 1) {
            throw new IllegalArgumentException("denominator of a time signature must be a power of two, 1.."
                    + MAX_DENOMINATOR + ", but was " + denominator);
        }
    }

    /**
     * The length of a bar.
     *
     * @return quarter notes, which need not be a whole number
     */
    public double quartersPerBar() {
        return 4.0 * numerator / denominator;
    }

    /**
     * How it is written.
     *
     * @return such as {@code 3/4}
     */
    public String name() {
        return numerator + "/" + denominator;
    }

    @Override
    public TimeSignature withTick(long newTick) {
        return new TimeSignature(newTick, numerator, denominator);
    }
}
