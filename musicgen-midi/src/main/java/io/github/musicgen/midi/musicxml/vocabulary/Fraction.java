package io.github.musicgen.midi.musicxml.vocabulary;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact number, in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator greater than 0
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = new Fraction(0, 1);

    // Short enough that the product of two such numbers still fits into a long.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{0,4}0*)?");
    private static final int FRACTIONAL_DIGITS = 4;

    public Fraction {
        long divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    public static Fraction of(long whole) {
        return new Fraction(whole, 1);
    }

    /** The number that a text stands for: at most nine digits and four after the point; null if it is none. */
    public static @Nullable Fraction parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return null;
        }
        int point = text.indexOf('.');
        if (point < 0) {
            return of(Long.parseLong(text));
        }
        String digits = (text.substring(point + 1) + "0000").substring(0, FRACTIONAL_DIGITS);
        return new Fraction(Long.parseLong(text.substring(0, point) + digits), 10_000);
    }

    public Fraction dividedBy(Fraction divisor) {
        return new Fraction(
                Math.multiplyExact(numerator, divisor.denominator), Math.multiplyExact(denominator, divisor.numerator));
    }

    public Fraction negated() {
        return new Fraction(-numerator, denominator);
    }

    public double toDouble() {
        return (double) numerator / denominator;
    }

    /** How many units it is, of which {@code unitsPerWhole} make a whole: exact if the denominator divides that number. */
    public long inUnits(long unitsPerWhole) {
        return Math.multiplyExact(numerator, unitsPerWhole / denominator);
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(
                Math.multiplyExact(numerator, other.denominator), Math.multiplyExact(other.numerator, denominator));
    }

    public static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    public static long leastCommonMultiple(long a, long b) {
        return Math.multiplyExact(a / greatestCommonDivisor(a, b), b);
    }

    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }
}
