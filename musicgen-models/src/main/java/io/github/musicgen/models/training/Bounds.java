package io.github.musicgen.models.training;

import java.math.BigDecimal;

/** Says of an option what it must be. */
final class Bounds {
    private Bounds() {}

    static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + ".." + most + ", but was " + value);
        }
    }

    static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " must be " + plain(least) + ".." + plain(most) + ", but was " + value);
        }
    }

    static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, but was " + value);
        }
    }

    static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be more than 0 and finite, but was " + value);
        }
    }

    /** Of parts that are less than the whole. */
    static void requireFraction(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must be at least 0 and less than 1, but was " + value);
        }
    }

    /** As anybody writes it: 1000, not 1000.0. */
    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
