package io.github.musicgen.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Measured values as text, with as many digits as they deserve. */
final class Rounded {
    private static final int DIGITS = 3;

    private Rounded() {}

    static String of(double value) {
        return grouped(significant(value));
    }

    /** A value and its error, which ends at the same digit. */
    static String of(double value, double error) {
        BigDecimal rounded = significant(value);
        return grouped(rounded) + " ± "
                + grouped(BigDecimal.valueOf(error).setScale(rounded.scale(), RoundingMode.HALF_EVEN));
    }

    private static BigDecimal significant(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(DIGITS));
        return rounded.setScale(Math.max(0, DIGITS - rounded.precision() + rounded.scale()), RoundingMode.UNNECESSARY);
    }

    private static String grouped(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + value.scale() + "f", value);
    }
}
