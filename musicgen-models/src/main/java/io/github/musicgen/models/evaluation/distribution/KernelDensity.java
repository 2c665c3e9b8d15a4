package io.github.musicgen.models.evaluation.distribution;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.FastMath;

/**
 * The density that a sample was drawn from, as far as one can tell: a Gaussian around each value, as wide as Scott's rule says
 * (Scott, Multivariate Density Estimation, 1992), the sample's deviation times {@code n^(-1/5)}. It is SciPy's
 * {@code gaussian_kde}.
 */
final class KernelDensity {
    /** Beyond so many deviations a Gaussian is 0; sooner it may not end, because a divergence looks at logarithms. */
    private static final double REACH = 38.7;

    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;
    private static final double SCOTT = -1.0 / 5;

    private final double[] values; // [different values], ascending
    private final double[] shares; // [different values]: of the sample
    private final double bandwidth;

    private KernelDensity(double[] values, double[] shares, double bandwidth) {
        this.values = values;
        this.shares = shares;
        this.bandwidth = bandwidth;
    }

    /** Of two numbers or more; the bandwidth is at least so much, as a sample of equal numbers has no deviation. */
    static KernelDensity of(double[] sample, double leastBandwidth) {
        if (sample.length < 2) {
            throw new IllegalArgumentException(
                    "a density can be estimated of 2 numbers or more, but there were " + sample.length);
        }
        if (!(leastBandwidth > 0)) {
            throw new IllegalArgumentException("the least bandwidth must be > 0, but was " + leastBandwidth);
        }
        double scott = FastMath.pow(sample.length, SCOTT) * FastMath.sqrt(StatUtils.variance(sample));
        return merged(sample, Math.max(scott, leastBandwidth));
    }

    /** Distances of counts are often equal, and those within a set come in pairs: one Gaussian serves all of them. */
    private static KernelDensity merged(double[] sample, double bandwidth) {
        double[] values = sample.clone();
        Arrays.sort(values);
        double[] shares = new double[values.length];
        int last = 0;
        for (double value : values) {
            last += value == values[last] ? 0 : 1;
            values[last] = value;
            shares[last] += 1.0 / sample.length;
        }
        return new KernelDensity(Arrays.copyOf(values, last + 1), Arrays.copyOf(shares, last + 1), bandwidth);
    }

    /** The deviation of each Gaussian. */
    double bandwidth() {
        return bandwidth;
    }

    double at(double x) {
        double sum = 0;
        for (int i = firstAbove(x - REACH * bandwidth); i < values.length && values[i] < x + REACH * bandwidth; i++) {
            double distance = (x - values[i]) / bandwidth;
            sum += shares[i] * FastMath.exp(-distance * distance / 2);
        }
        return sum / (bandwidth * ROOT_OF_TWO_PI);
    }

    private int firstAbove(double x) {
        int found = Arrays.binarySearch(values, x);
        return found >= 0 ? found : -found - 1;
    }
}
