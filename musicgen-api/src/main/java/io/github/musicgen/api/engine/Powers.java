package io.github.musicgen.api.engine;

/**
 * Exponentials of many numbers at once, in plain arithmetic that is the same on every machine. The numbers are independent, so that
 * HotSpot computes several in one instruction: one by one, each would wait for its own long sum. Owned by one thread at a time;
 * nothing is allocated but at the beginning.
 */
public final class Powers {
    private static final double LOG2_E = 1.4426950408889634;
    // ln 2 in two parts, the first of so few bits that its product with a small integer is exact.
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double SMALLEST = -700;
    private static final int EXPONENT_BIAS = 1023;
    private static final int MANTISSA_BITS = 52;

    private final double[] values; // [count]
    private final double[] halvings; // [count]
    private final double[] scales; // [count]: 2 to the power of minus the halvings

    /**
     * Makes room.
     *
     * @param count how many numbers there are
     */
    public Powers(int count) {
        this.values = new double[count];
        this.halvings = new double[count];
        this.scales = new double[count];
    }

    /**
     * The numbers, to be written and read.
     *
     * @return not a copy // [count]
     */
    public double[] values() {
        return values;
    }

    /**
     * Replaces each number by e to its power: within two units in the last place, and zero below -700. No number may be more than
     * zero.
     */
    public void exp() {
        for (int i = 0; i < values.length; i++) {
            split(i);
        }
        series(values, halvings, scales);
    }

    /**
     * Sets each number to e to the power of how far a score lies below the highest: the weights of a softmax, not yet divided by their
     * sum.
     *
     * @param scores as many as there are numbers, at least one of them finite; they stay
     */
    public void ofScores(float[] scores) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            if (score > highest) { // Math.max takes twice as long, as it also minds zeros and what is no number
                highest = score;
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (double) scores[i] - highest;
        }
        exp();
    }

    private void split(int i) {
        double x = values[i];
        if (x >= SMALLEST) {
            int count = (int) (0.5 - x * LOG2_E);
            halvings[i] = count;
            scales[i] = Double.longBitsToDouble((long) (EXPONENT_BIAS - count) << MANTISSA_BITS);
        } else {
            values[i] = x < SMALLEST ? 0 : x; // what is not a number stays so
            halvings[i] = 0;
            scales[i] = 0;
        }
    }

    /** What is left of each number between the halvings, and its series up to r^13 / 13!, halved: the next term is below 5e-18. */
    private static void series(double[] values, double[] halvings, double[] scales) {
        for (int i = 0; i < values.length; i++) {
            double n = halvings[i];
            double r = values[i] + n * LN2_HIGH + n * LN2_LOW;
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
            values[i] = (sum * r + 1.0) * scales[i];
        }
    }
}
