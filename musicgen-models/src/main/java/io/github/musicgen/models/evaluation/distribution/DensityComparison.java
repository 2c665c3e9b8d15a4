package io.github.musicgen.models.evaluation.distribution;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.util.FastMath;

/**
 * How alike two samples are, by their densities. Both figures are taken from the smallest to the largest number of both samples,
 * as MGEval does ({@code mgeval/utils.py}), so that the overlap of a sample with itself is a little less than 1: what a Gaussian
 * spreads beyond is lost.
 *
 * @param overlapArea the area below both densities, 0 if they have nothing in common
 * @param klDivergence the Kullback-Leibler divergence of the second from the first, in nats, 0 if they are the same
 */
public record DensityComparison(double overlapArea, double klDivergence) {
    /** Samples without deviation are treated as if they had this much of the range. */
    private static final double LEAST_BANDWIDTH = 1e-3;

    private static final double RELATIVE_ACCURACY = 1e-6;
    private static final double ABSOLUTE_ACCURACY = 1e-8;

    /** Halvings of the range: the first has to be finer than the least bandwidth, the last is never reached. */
    private static final int MIN_HALVINGS = 11;

    private static final int MAX_HALVINGS = 30;

    /** As in MGEval. */
    private static final int PLACES = 1000;

    /**
     * Compares samples.
     *
     * @param first two numbers or more
     * @param second two numbers or more
     * @return the comparison
     */
    public static DensityComparison of(double[] first, double[] second) {
        double low = Math.min(min(first), min(second));
        double high = Math.max(max(first), max(second));
        if (low == high) {
            return new DensityComparison(1, 0);
        }
        double least = LEAST_BANDWIDTH * (high - low);
        KernelDensity one = KernelDensity.of(first, least);
        KernelDensity other = KernelDensity.of(second, least);
        return new DensityComparison(overlap(one, other, low, high), divergence(one, other, low, high));
    }

    private static double min(double[] sample) {
        return Arrays.stream(sample).min().orElse(Double.NaN);
    }

    private static double max(double[] sample) {
        return Arrays.stream(sample).max().orElse(Double.NaN);
    }

    private static double overlap(KernelDensity one, KernelDensity other, double low, double high) {
        return new SimpsonIntegrator(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, MIN_HALVINGS, MAX_HALVINGS)
                .integrate(Integer.MAX_VALUE, x -> Math.min(one.at(x), other.at(x)), low, high);
    }

    /**
     * MGEval looks at each density over its own range, and so compares what lies at different places; here both are looked at in
     * the same places. As with its {@code scipy.stats.entropy}, the densities at these places are made to add up to 1. None
     * counts as less than the smallest normal number, so that no divergence is infinite.
     */
    private static double divergence(KernelDensity one, KernelDensity other, double low, double high) {
        double[] p = normalized(one, low, high);
        double[] q = normalized(other, low, high);
        double nats = 0;
        for (int i = 0; i < PLACES; i++) {
            nats += p[i] * (FastMath.log(p[i]) - FastMath.log(q[i])); // a quotient might be infinite
        }
        return nats;
    }

    private static double[] normalized(KernelDensity density, double low, double high) {
        double[] values = new double[PLACES]; // [places]
        double sum = 0;
        for (int i = 0; i < PLACES; i++) {
            values[i] = Math.max(density.at(low + (high - low) * i / (PLACES - 1)), Double.MIN_NORMAL);
            sum += values[i];
        }
        for (int i = 0; i < PLACES; i++) {
            values[i] /= sum;
        }
        return values;
    }
}
