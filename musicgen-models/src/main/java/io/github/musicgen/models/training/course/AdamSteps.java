package io.github.musicgen.models.training.course;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights of a network on their way: Adam (Kingma and Ba), gradients clipped to a length, and the moving average of the weights. What
 * it remembers is one array, so that a checkpoint holds it as it is.
 */
public final class AdamSteps {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    /** So that random beginnings are soon forgotten: after this many steps an average reaches back at most so many. */
    private static final double HEAD_START = 10;

    private static final int ROWS = 4;

    private final float[] weights;
    private final float[] first; // moments
    private final float[] second;
    private final float[] average;

    private AdamSteps(float[] weights, float[] first, float[] second, float[] average) {
        this.weights = weights;
        this.first = first;
        this.second = second;
        this.average = average;
    }

    /**
     * The first one.
     *
     * @param parameters the weights that a network begins with
     * @return steps that remember nothing
     */
    public static AdamSteps begin(INDArray parameters) {
        float[] weights = parameters.dup().data().asFloat();
        return new AdamSteps(weights, new float[weights.length], new float[weights.length], weights.clone());
    }

    /**
     * Goes on.
     *
     * @param memory what {@link #memory} gave
     * @return the steps
     */
    public static AdamSteps of(INDArray memory) {
        return new AdamSteps(row(memory, 0), row(memory, 1), row(memory, 2), row(memory, 3));
    }

    private static float[] row(INDArray memory, int row) {
        return memory.getRow(row).dup().data().asFloat();
    }

    /**
     * All that the next step depends on.
     *
     * @return weights, moments and average, a row for each
     */
    public INDArray memory() {
        return Nd4j.createFromArray(new float[][] {weights, first, second, average})
                .reshape('c', ROWS, weights.length);
    }

    /**
     * Takes a step.
     *
     * @param gradients of all weights, in one array
     * @param step how many were taken before
     * @param learningRate how far it goes
     * @param clip the longest gradient; a longer one is shortened to it
     * @param averaging how much of the moving average is kept, less than 1
     * @return the length of the gradient before it was clipped; if that is no number, nothing changes
     */
    public double step(INDArray gradients, long step, double learningRate, double clip, double averaging) {
        float[] gradient = gradients.dup().data().asFloat();
        double norm = norm(gradient);
        if (!Double.isFinite(norm)) {
            return norm;
        }
        double scale = norm > clip ? clip / norm : 1;
        double rate = learningRate * Math.sqrt(1 - Math.pow(SECOND, step + 1.0)) / (1 - Math.pow(FIRST, step + 1.0));
        double kept = kept(averaging, step + 1);
        for (int i = 0; i < weights.length; i++) {
            double g = gradient[i] * scale;
            first[i] = (float) (FIRST * first[i] + (1 - FIRST) * g);
            second[i] = (float) (SECOND * second[i] + (1 - SECOND) * g * g);
            weights[i] -= (float) (rate * first[i] / (Math.sqrt(second[i]) + EPSILON));
            average[i] = (float) (kept * average[i] + (1 - kept) * weights[i]);
        }
        return norm;
    }

    /**
     * Where a learning rate is that falls from one value towards another.
     *
     * @param step from 0 on
     * @param first the value that it falls from
     * @param least the value that it never reaches
     * @param decay how much of the way is left after each step
     * @return the rate
     */
    public static double rateAt(long step, double first, double least, double decay) {
        return (first - least) * Math.pow(decay, (double) step) + least;
    }

    /**
     * How much of a moving average of weights stays.
     *
     * @param averaging how much in the long run, less than 1
     * @param steps how many were taken
     * @return a part of 1
     */
    public static double kept(double averaging, long steps) {
        return Math.min(averaging, (1.0 + steps) / (HEAD_START + steps));
    }

    private static double norm(float[] gradient) {
        double sum = 0;
        for (float value : gradient) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /**
     * Hands over the weights.
     *
     * @param parameters of the network, to be written to
     */
    public void writeWeights(INDArray parameters) {
        parameters.assign(Nd4j.createFromArray(weights));
    }

    /**
     * Hands over the moving average of the weights.
     *
     * @param parameters of the network, to be written to
     */
    public void writeAverage(INDArray parameters) {
        parameters.assign(Nd4j.createFromArray(average));
    }
}
