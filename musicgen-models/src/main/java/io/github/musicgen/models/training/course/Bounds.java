package io.github.musicgen.models.training.course;

import java.math.BigDecimal;

/** Says of an option what it must be. */
public final class Bounds {
    private Bounds() {}

    /**
     * Refuses a whole number that lies outside.
     *
     * @param what it is, for the message
     * @param value the number
     * @param least the lowest allowed
     * @param most the highest allowed
     */
    public static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + ".." + most + ", but was " + value);
        }
    }

    /**
     * Refuses a number that lies outside, or is none.
     *
     * @param what it is, for the message
     * @param value the number
     * @param least the lowest allowed
     * @param most the highest allowed
     */
    public static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " must be " + plain(least) + ".." + plain(most) + ", but was " + value);
        }
    }

    /**
     * Refuses less than 1.
     *
     * @param what it is, for the message
     * @param value the number
     */
    public static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, but was " + value);
        }
    }

    /**
     * Refuses what is not more than 0, or not finite.
     *
     * @param what it is, for the message
     * @param value the number
     */
    public static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be more than 0 and finite, but was " + value);
        }
    }

    /**
     * Refuses what is no part that is less than the whole.
     *
     * @param what it is, for the message
     * @param value the part
     */
    public static void requireFraction(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must be at least 0 and less than 1, but was " + value);
        }
    }

    /** As anybody writes it: 1000, not 1000.0. */
    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
