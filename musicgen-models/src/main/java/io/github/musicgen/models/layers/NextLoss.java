package io.github.musicgen.models.layers;

/**
 * What leading to the next segment costs, and the gradient of the mean over a batch.
 *
 * <p>With chances, a segment is the last one once more with probability g, or else a new one: a point is drawn from the distribution that
 * the network tells, and the cells from the point. So it costs {@code -log(g exp(-again) + (1 - g) exp(-surprise - KL))}, at most what is
 * true: the divergence KL of the distribution told from that of the encoder makes it a bound. Without chances it costs the squared
 * distance of the points.
 */
public final class NextLoss {
    private final int latentSize;
    private final boolean chances;
    private float[] gradient = {};
    private double[] nats = {}; // [batch]
    private double[] old = {}; // [batch]

    /**
     * The loss of networks.
     *
     * @param latentSize numbers of a point
     * @param chances whether networks tell distributions and repetition: {@code 2 * latentSize + 1} numbers, not {@code latentSize}
     */
    public NextLoss(int latentSize, boolean chances) {
        this.latentSize = latentSize;
        this.chances = chances;
    }

    /**
     * Looks at a batch.
     *
     * @param told what a network tells // at least [outputs * batch]
     * @param targets what was to come
     * @return what it cost, in the mean
     */
    public double of(float[] told, NextTargets targets) {
        int batch = targets.again().length;
        int outputs = chances ? 2 * latentSize + 1 : latentSize;
        gradient = new float[outputs * batch];
        nats = new double[batch];
        old = new double[batch];
        double sum = 0;
        for (int example = 0; example < batch; example++) {
            nats[example] = chances ? mixture(told, targets, example, batch) : distance(told, targets, example, batch);
            sum += nats[example];
        }
        return sum / batch;
    }

    private double distance(float[] told, NextTargets targets, int example, int batch) {
        double sum = 0;
        for (int i = example; i < latentSize * batch; i += batch) {
            double away = told[i] - targets.means()[i];
            gradient[i] = (float) (2 * away / batch);
            sum += away * away;
        }
        return sum;
    }

    private double mixture(float[] told, NextTargets targets, int example, int batch) {
        int shift = latentSize * batch;
        double score = told[2 * shift + example];
        double ofAgain = -softplus(-score) - targets.again()[example];
        double ofNew = -softplus(score) - targets.surprise()[example] - divergence(told, targets, example, batch);
        double highest = Math.max(ofAgain, ofNew);
        double all = highest + Math.log(Math.exp(ofAgain - highest) + Math.exp(ofNew - highest));
        double isNew = Math.exp(ofNew - all);
        old[example] = 1 - isNew;
        for (int i = example; i < shift; i += batch) {
            double variance = Math.exp(told[shift + i]);
            double away = told[i] - targets.means()[i];
            gradient[i] = (float) (isNew * away / variance / batch);
            double spread = (targets.variances()[i] + away * away) / variance;
            gradient[shift + i] = (float) (isNew * 0.5 * (1 - spread) / batch);
        }
        gradient[2 * shift + example] = (float) ((1 / (1 + Math.exp(-score)) - old[example]) / batch);
        return -all;
    }

    private double divergence(float[] told, NextTargets targets, int example, int batch) {
        int shift = latentSize * batch;
        double sum = 0;
        for (int i = example; i < shift; i += batch) {
            double logarithm = told[shift + i];
            double away = told[i] - targets.means()[i];
            double variance = targets.variances()[i];
            sum += 0.5
                    * ((variance + away * away) / Math.exp(logarithm) - 1 + logarithm - Math.log(variance));
        }
        return sum;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * The gradient of what a network told, of the last batch.
     *
     * @return not a copy // [outputs * batch]
     */
    public float[] gradient() {
        return gradient;
    }

    /**
     * What each segment of the last batch cost.
     *
     * @return a copy // [batch]
     */
    public double[] each() {
        return nats.clone();
    }

    /**
     * How likely each segment of the last batch is the last one once more, now that it is known.
     *
     * @return a copy // [batch]
     */
    public double[] old() {
        return old.clone();
    }
}
