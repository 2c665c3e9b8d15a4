package io.github.musicgen.models.layers.roll;

/**
 * What leading to the next segment costs, and the gradient of the mean over a batch.
 *
 * <p>With ways to repeat, a segment is an earlier one once more, each way with a probability g, or else a new one: a point is drawn from the
 * distribution that the network tells, and the cells from the point. So it costs {@code -log(sum of g exp(-again) + (1 - sum of g) exp(-surprise - KL))},
 * at least what is true: the divergence KL of the encoder's distribution from the one that is told makes it a bound. Without them it
 * costs the squared distance of the points.
 */
public final class NextLoss {
    private final int latentSize;
    private final int repeats;
    private float[] gradient = {};
    private double[] nats = {}; // [batch]
    private double[][] old = {}; // [repeats][batch]

    /**
     * The loss of networks.
     *
     * @param latentSize numbers of a point
     * @param repeats in how many ways an earlier segment may come again; if any, networks tell distributions and a score for each way, in
     *     {@code 2 * latentSize + repeats} numbers, else {@code latentSize}
     */
    public NextLoss(int latentSize, int repeats) {
        this.latentSize = latentSize;
        this.repeats = repeats;
    }

    /**
     * Looks at a batch.
     *
     * @param told what a network tells // at least [outputs * batch]
     * @param targets what was to come
     * @return what it cost, in the mean
     */
    public double of(float[] told, NextTargets targets) {
        int batch = targets.surprise().length;
        int outputs = repeats > 0 ? 2 * latentSize + repeats : latentSize;
        gradient = new float[outputs * batch];
        nats = new double[batch];
        old = new double[repeats][batch];
        double sum = 0;
        for (int example = 0; example < batch; example++) {
            nats[example] =
                    repeats > 0 ? mixture(told, targets, example, batch) : distance(told, targets, example, batch);
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
        double[] ways = new double[repeats + 1]; // logarithms, the last of a new segment
        double[] scores = new double[repeats + 1];
        ways[repeats] = -targets.surprise()[example] - divergence(told, targets, example, batch);
        for (int way = 0; way < repeats; way++) {
            ways[way] = -targets.again()[way][example];
            boolean possible = targets.possible()[way][example];
            scores[way] = possible ? told[2 * shift + way * batch + example] : Double.NEGATIVE_INFINITY;
        }
        double allScores = logSum(scores);
        for (int way = 0; way <= repeats; way++) {
            ways[way] +=
                    scores[way] - allScores; // one that was possible, but was not taken, costs what it might have been
        }
        double all = logSum(ways);
        for (int way = 0; way < repeats; way++) {
            old[way][example] = Math.exp(ways[way] - all);
            double expected = Math.exp(scores[way] - allScores);
            gradient[2 * shift + way * batch + example] = (float) ((expected - old[way][example]) / batch);
        }
        double isNew = Math.exp(ways[repeats] - all);
        for (int i = example; i < shift; i += batch) {
            double variance = Math.exp(told[shift + i]);
            double away = told[i] - targets.means()[i];
            gradient[i] = (float) (isNew * away / variance / batch);
            double spread = (targets.variances()[i] + away * away) / variance;
            gradient[shift + i] = (float) (isNew * 0.5 * (1 - spread) / batch);
        }
        return -all;
    }

    private double divergence(float[] told, NextTargets targets, int example, int batch) {
        int shift = latentSize * batch;
        double sum = 0;
        for (int i = example; i < shift; i += batch) {
            double logarithm = told[shift + i];
            double away = told[i] - targets.means()[i];
            double variance = targets.variances()[i];
            sum += 0.5 * ((variance + away * away) / Math.exp(logarithm) - 1 + logarithm - Math.log(variance));
        }
        return sum;
    }

    /** Of logarithms, of which one may be that of 0. */
    private static double logSum(double[] logarithms) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double logarithm : logarithms) {
            highest = Math.max(highest, logarithm);
        }
        double sum = 0;
        for (double logarithm : logarithms) {
            sum += Math.exp(logarithm - highest);
        }
        return highest + Math.log(sum);
    }

    /**
     * The gradient of what a network told, of the last batch.
     *
     * @return not a copy // [outputs * batch]
     */
    public float[] gradient() {
        return gradient;
    }

    /** What each segment of the last batch cost. */
    double[] each() {
        return nats.clone();
    }

    /**
     * How likely each segment of the last batch is an earlier one once more, now that it is known.
     *
     * @return for each way; not a copy // [repeats][batch]
     */
    public double[][] old() {
        return old;
    }
}
