package io.github.musicgen.models.evaluation;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * One number of generated and of held-out music.
 *
 * @param generated its average; not a number if no piece has it
 * @param heldOut its average; not a number if no piece has it
 * @param pValue how likely samples of one source would differ as much or more, by the test of Kolmogorov and Smirnov; not a number if one
 *     of them is smaller than two pieces
 */
public record MetricComparison(double generated, double heldOut, double pValue) {
    private static final int MOST_PAIRS_EXACTLY = 10_000;

    /** The numbers may be none, which don't count. */
    static MetricComparison of(double[] generated, double[] heldOut) {
        double[] one = numbers(generated);
        double[] other = numbers(heldOut);
        boolean testable = one.length > 1 && other.length > 1;
        double pValue = testable ? pValue(one, other) : Double.NaN;
        return new MetricComparison(StatUtils.mean(one), StatUtils.mean(other), pValue);
    }

    /**
     * What {@code kolmogorovSmirnovTest} does, but for its handling of equal numbers: it shakes them, and fails with an internal
     * error if two differ by a rounding alone.
     */
    private static double pValue(double[] one, double[] other) {
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        double distance = test.kolmogorovSmirnovStatistic(one, other);
        return (long) one.length * other.length < MOST_PAIRS_EXACTLY
                ? test.exactP(distance, one.length, other.length, false)
                : test.approximateP(distance, one.length, other.length);
    }

    private static double[] numbers(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
