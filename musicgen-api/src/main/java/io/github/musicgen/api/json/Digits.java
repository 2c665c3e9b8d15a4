package io.github.musicgen.api.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The shortest decimal digits of a binary number. {@code Double.toString} became shortest in Java 19 only; with it a bundle's
 * bytes would depend on the JVM that wrote it.
 */
final class Digits {
    /** So many tell any double from any other. */
    private static final int ENOUGH = 17;

    private Digits() {}

    /** Text that reads back as this number, always with a point or an exponent. */
    static String of(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal decimal =
                shortest(value, rounded -> rounded.doubleValue() == value).stripTrailingZeros();
        boolean isShortAsInteger = decimal.scale() < 0 && decimal.precision() - decimal.scale() <= ENOUGH;
        String digits = isShortAsInteger ? decimal.toPlainString() : decimal.toString();
        return digits.contains(".") || digits.contains("E") ? digits : digits + ".0";
    }

    /** The double with the fewest digits among those that round to this float. */
    static double shortestFor(float value) {
        if (value == 0 || !Float.isFinite(value)) {
            return value;
        }
        return shortest(value, decimal -> (float) decimal.doubleValue() == value)
                .doubleValue();
    }

    private static BigDecimal shortest(double value, Predicate<BigDecimal> isEnough) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ENOUGH; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (isEnough.test(rounded)) {
                return rounded;
            }
        }
        return exact.round(new MathContext(ENOUGH, RoundingMode.HALF_EVEN));
    }
}
