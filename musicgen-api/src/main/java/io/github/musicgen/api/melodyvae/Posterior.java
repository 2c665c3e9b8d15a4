package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.random.SeededRandom;

/**
 * Where in the space a stretch may lie: normally distributed, each number by itself.
 *
 * @param mean the likeliest point
 * @param deviation how far from it, more than 0
 */
public record Posterior(LatentVector mean, LatentVector deviation) {
    /** Checks that both are of one size and deviations positive. */
    public Posterior {
        if (mean.size() != deviation.size()) {
            throw new IllegalArgumentException(
                    "mean and deviation must be of one size, but were of " + mean.size() + " and " + deviation.size());
        }
        for (int i = 0; i < deviation.size(); i++) {
            if (deviation.at(i) <= 0) {
                throw new IllegalArgumentException(
                        "deviation " + i + " must be more than 0, but was " + deviation.at(i));
            }
        }
    }

    /**
     * Draws a point.
     *
     * @param random what is drawn from
     * @return the point
     */
    public LatentVector sample(SeededRandom random) {
        float[] values = new float[mean.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean.at(i) + deviation.at(i) * random.nextGaussian());
        }
        return LatentVector.of(values);
    }

    /**
     * How much more this tells than that there is one: the Kullback-Leibler divergence from the normal distribution.
     *
     * @return nats, of all numbers together
     */
    public double divergence() {
        double sum = 0;
        for (int i = 0; i < mean.size(); i++) {
            sum += divergence(i);
        }
        return sum;
    }

    /**
     * The share of one number in the divergence.
     *
     * @param index of the number
     * @return nats
     */
    public double divergence(int index) {
        double m = mean.at(index);
        double s = deviation.at(index);
        return 0.5 * (m * m + s * s - 1) - StrictMath.log(s);
    }
}
