package io.github.musicgen.api.sampling;

import io.github.musicgen.api.engine.Powers;
import io.github.musicgen.api.random.SeededRandom;
import java.util.Arrays;

/**
 * Chooses one class after another. It holds the buffers of one run, so it belongs to one thread at a time.
 *
 * <p>The order is: mask, temperature, top-k, top-p of what top-k left, draw. Of equally likely classes the first counts as the
 * likelier. A draw takes one number from the random source, whatever the limits; at temperature 0 none is taken.
 */
public final class Sampler {
    private final SamplingOptions options;
    private final Powers powers;
    private final double[] weights; // [classCount], 0 where a class cannot be drawn
    private final double[] kept; // [classCount], the likeliest of them while a limit is applied

    /**
     * Creates a sampler.
     *
     * @param options how daring the choices are
     * @param classCount how many classes there are
     */
    public Sampler(SamplingOptions options, int classCount) {
        this.options = options;
        this.powers = new Powers(classCount);
        this.weights = powers.values();
        this.kept = new double[classCount];
    }

    /**
     * Chooses a class.
     *
     * @param scores finite, before the softmax // [classCount]
     * @param allowed which classes may be chosen, at least one // [classCount]
     * @param random what is drawn from
     * @return the class
     * @throws IllegalArgumentException if a score is not finite, or no class is allowed
     */
    public int choose(float[] scores, boolean[] allowed, SeededRandom random) {
        int likeliest = likeliest(scores, allowed);
        if (options.temperature() == 0) {
            return certain(likeliest);
        }
        weigh(scores, allowed, scores[likeliest]);
        return limitAndDraw(random);
    }

    /**
     * Chooses the same class, sooner where the weights of a softmax over all scores are at hand: at temperature 1 they are what is drawn
     * from, unless a class is likelier that is not allowed.
     *
     * @param scores finite, before the softmax // [classCount]
     * @param softmax e to the power of how far each score lies below the highest // [classCount]
     * @param allowed which classes may be chosen, at least one // [classCount]
     * @param random what is drawn from
     * @return the class
     * @throws IllegalArgumentException if a score is not finite, or no class is allowed
     */
    public int choose(float[] scores, double[] softmax, boolean[] allowed, SeededRandom random) {
        int likeliest = likeliest(scores, allowed);
        if (options.temperature() == 0) {
            return certain(likeliest);
        }
        if (options.temperature() == 1 && isHighest(scores[likeliest], scores)) {
            mask(softmax, allowed);
        } else {
            weigh(scores, allowed, scores[likeliest]);
        }
        return limitAndDraw(random);
    }

    private int certain(int likeliest) {
        Arrays.fill(weights, 0);
        weights[likeliest] = 1;
        return likeliest;
    }

    private int limitAndDraw(SeededRandom random) {
        if (options.topK() < weights.length) {
            keepLikeliest(options.topK(), Double.POSITIVE_INFINITY);
        }
        if (options.topP() < 1) {
            keepLikeliest(weights.length, options.topP() * sum(weights));
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
        return weights[classIndex] / sum(weights);
    }

    private int likeliest(float[] scores, boolean[] allowed) {
        int likeliest = -1;
        for (int i = 0; i < weights.length; i++) {
            if (!Float.isFinite(scores[i])) {
                throw new IllegalArgumentException("score of class " + i + " must be finite, but was " + scores[i]);
            }
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
            weights[i] = allowed[i] ? distance / options.temperature() : Double.NEGATIVE_INFINITY;
        }
        powers.exp();
    }

    private static boolean isHighest(float highest, float[] scores) {
        for (float score : scores) {
            if (score > highest) {
                return false;
            }
        }
        return true;
    }

    private void mask(double[] softmax, boolean[] allowed) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = allowed[i] ? softmax[i] : 0;
        }
    }

    /** Takes the likeliest, and the next, until they are so many or weigh enough. Few are kept where limits are worth having. */
    private void keepLikeliest(int most, double enough) {
        Arrays.fill(kept, 0);
        double sum = 0;
        for (int taken = 0; taken < most && (taken == 0 || sum < enough); taken++) {
            int next = largest(weights);
            if (weights[next] == 0) {
                break; // all that can be drawn is kept
            }
            kept[next] = weights[next];
            sum += weights[next];
            weights[next] = 0;
        }
        System.arraycopy(kept, 0, weights, 0, weights.length);
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
        double left = random * sum(weights);
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last; // rounding may leave a hair
    }
}
