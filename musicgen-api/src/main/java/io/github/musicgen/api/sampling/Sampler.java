package io.github.musicgen.api.sampling;

import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.api.random.SeededRandom;
import java.util.Arrays;

/**
 * Chooses one class after another. It holds the buffers of one run, so it belongs to one thread at a time.
 *
 * <p>The order is: mask, temperature, top-k, top-p, draw. Of equally likely classes the first counts as the likelier. A draw takes
 * one number from the random source, whatever the limits; at temperature 0 none is taken.
 */
public final class Sampler {
    private final SamplingOptions options;
    private final double[] weights; // [classCount], 0 where a class cannot be drawn
    private final double[] drawn; // [classCount], the weights within top-k and top-p

    /**
     * Creates a sampler.
     *
     * @param options how daring the choices are
     * @param classCount how many classes there are
     */
    public Sampler(SamplingOptions options, int classCount) {
        this.options = options;
        this.weights = new double[classCount];
        this.drawn = new double[classCount];
    }

    /**
     * Chooses a class.
     *
     * @param scores finite, before the softmax // [classCount]
     * @param allowed which classes may be chosen, at least one // [classCount]
     * @param random what is drawn from
     * @return the class
     */
    public int choose(float[] scores, boolean[] allowed, SeededRandom random) {
        int likeliest = likeliest(scores, allowed);
        if (options.temperature() == 0) {
            Arrays.fill(drawn, 0);
            drawn[likeliest] = 1;
            return likeliest;
        }
        weigh(scores, allowed, scores[likeliest]);
        if (limits()) {
            keepLikeliest();
        } else {
            System.arraycopy(weights, 0, drawn, 0, weights.length);
        }
        return draw(random.nextDouble());
    }

    /**
     * The probability that a class had in the last draw.
     *
     * @param classIndex the class
     * @return its share of what was drawn from
     */
    public double probability(int classIndex) {
        return drawn[classIndex] / sum(drawn);
    }

    private int likeliest(float[] scores, boolean[] allowed) {
        int likeliest = -1;
        for (int i = 0; i < weights.length; i++) {
            if (allowed[i] && (likeliest < 0 || scores[i] > scores[likeliest])) {
                likeliest = i;
            }
        }
        if (likeliest < 0) {
            throw new IllegalArgumentException(
                    "at least one class must be allowed, but none of " + weights.length + " was");
        }
        return likeliest;
    }

    private void weigh(float[] scores, boolean[] allowed, float highest) {
        for (int i = 0; i < weights.length; i++) {
            double distance = (double) scores[i] - highest;
            weights[i] = allowed[i] ? Softmax.exp(distance / options.temperature()) : 0;
        }
    }

    private boolean limits() {
        return options.topK() < weights.length || options.topP() < 1;
    }

    /** Takes the likeliest, and the next, until there are enough. Few are kept where limits are worth having. */
    private void keepLikeliest() {
        Arrays.fill(drawn, 0);
        double enough = options.topP() * sum(weights);
        double sum = 0;
        for (int taken = 0; taken < options.topK() && (taken == 0 || sum < enough); taken++) {
            int next = largest(weights);
            if (weights[next] == 0) {
                break;
            }
            drawn[next] = weights[next];
            sum += weights[next];
            weights[next] = 0;
        }
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private int draw(double random) {
        double left = random * sum(drawn);
        int last = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (drawn[i] > 0) {
                last = i;
                left -= drawn[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last; // rounding may leave a hair
    }
}
