package io.github.musicgen.api.engine;

/** From scores to probabilities, in plain arithmetic that is the same on every machine. */
public final class Softmax {
    private static final double LOG2_E = 1.4426950408889634;
    // ln 2 in two parts, the first of so few bits that its product with a small integer is exact.
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double SMALLEST = -700;
    private static final int EXPONENT_BIAS = 1023;
    private static final int MANTISSA_BITS = 52;

    private Softmax() {}

    /**
     * Turns scores into probabilities that sum to one. A score of negative infinity gives a probability of zero.
     *
     * @param scores the scores, of which at least one is finite; replaced by the probabilities
     * @param count how many of them there are
     */
    public static void apply(float[] scores, int count) {
        float highest = highest(scores, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double power = exp((double) scores[i] - highest);
            scores[i] = (float) power;
            sum += power;
        }
        float scale = (float) (1 / sum);
        for (int i = 0; i < count; i++) {
            scores[i] *= scale;
        }
    }

    /**
     * Probabilities in double precision, for whoever tells them; the scores stay.
     *
     * @param scores the scores, of which at least one is finite
     * @return probabilities that sum to one
     */
    public static double[] of(float[] scores) {
        double highest = highest(scores, scores.length);
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = exp(scores[i] - highest);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    private static float highest(float[] scores, int count) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, scores[i]);
        }
        return highest;
    }

    /**
     * The exponential function of a number that is not positive: within two units in the last place, and zero below -700.
     *
     * @param x at most zero
     * @return e to the power of x
     */
    public static double exp(double x) {
        if (!(x >= SMALLEST)) {
            return x < SMALLEST ? 0 : x;
        }
        int halvings = (int) (0.5 - x * LOG2_E);
        double r = x + halvings * LN2_HIGH + halvings * LN2_LOW;
        double power = taylor(r);
        return power * Double.longBitsToDouble((long) (EXPONENT_BIAS - halvings) << MANTISSA_BITS);
    }

    /** The series up to r^13 / 13!, whose next term is below 5e-18 for |r| up to ln(2) / 2. */
    private static double taylor(double r) {
        double sum = 1.0 / 6227020800.0;
        sum = sum * r + 1.0 / 479001600.0;
        sum = sum * r + 1.0 / 39916800.0;
        sum = sum * r + 1.0 / 3628800.0;
        sum = sum * r + 1.0 / 362880.0;
        sum = sum * r + 1.0 / 40320.0;
        sum = sum * r + 1.0 / 5040.0;
        sum = sum * r + 1.0 / 720.0;
        sum = sum * r + 1.0 / 120.0;
        sum = sum * r + 1.0 / 24.0;
        sum = sum * r + 1.0 / 6.0;
        sum = sum * r + 0.5;
        sum = sum * r + 1.0;
        return sum * r + 1.0;
    }
}
