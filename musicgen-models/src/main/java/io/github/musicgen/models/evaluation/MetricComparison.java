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
    /** The numbers may be none, which don't count. */
    static MetricComparison of(double[] generated, double[] heldOut) {
        double[] one = numbers(generated);
        double[] other = numbers(heldOut);
        boolean testable = one.length > 1 && other.length > 1;
        double pValue = testable ? new KolmogorovSmirnovTest().kolmogorovSmirnovTest(one, other, false) : Double.NaN;
        return new MetricComparison(StatUtils.mean(one), StatUtils.mean(other), pValue);
    }

    private static double[] numbers(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
