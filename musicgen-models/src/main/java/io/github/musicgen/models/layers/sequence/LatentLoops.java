package io.github.musicgen.models.layers.sequence;

import java.util.Arrays;

/**
 * What lies between an encoder and a decoder: a deviation through softplus, a point drawn around a mean, and how far that distribution is
 * from the normal one. Rows of a batch.
 */
final class LatentLoops {
    /** A deviation is never 0, because its logarithm is taken. */
    private static final float LEAST = 1e-20f;

    private LatentLoops() {}

    static void softplus(float[] sums, float[] deviations, int length) {
        for (int i = 0; i < length; i++) {
            double x = sums[i];
            deviations[i] = Math.max(LEAST, (float) (Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))));
        }
    }

    static void draw(float[] means, float[] deviations, float[] noise, float[] points, int length) {
        for (int i = 0; i < length; i++) {
            points[i] = means[i] + deviations[i] * noise[i];
        }
    }

    /** Sets the divergence of each example, in nats. */
    static void divergence(float[] means, float[] deviations, int batch, int length, double[] nats) {
        Arrays.fill(nats, 0, batch, 0);
        for (int i = 0; i < length; i++) {
            double m = means[i];
            double s = deviations[i];
            nats[i % batch] += 0.5 * (m * m + s * s - 1) - Math.log(s);
        }
    }

    /**
     * From the gradient of the points to those of the means and of the sums before softplus.
     *
     * @param weights how much the divergence of each example counts
     */
    static void backward(
            float[] pointGradient,
            float[] noise,
            float[] means,
            float[] deviations,
            float[] sums,
            float[] weights,
            float[] sumGradient,
            int batch,
            int length) {
        for (int i = 0; i < length; i++) {
            float weight = weights[i % batch];
            float s = deviations[i];
            float ofDeviation = pointGradient[i] * noise[i] + weight * (s - 1 / s);
            sumGradient[i] = (float) (ofDeviation / (1 + Math.exp(-sums[i])));
            pointGradient[i] += weight * means[i];
        }
    }

    /** From the gradient behind a tanh to that before it. */
    static void backTanh(float[] curved, float[] gradient, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] *= 1 - curved[i] * curved[i];
        }
    }
}
