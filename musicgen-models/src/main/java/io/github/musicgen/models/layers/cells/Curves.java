package io.github.musicgen.models.layers.cells;

/**
 * The functions of the gates, over whole arrays, as plain arithmetic that HotSpot vectorizes.
 *
 * <p>The same rational tanh as {@code musicgen-api}'s engine, so that a network generates as it was trained. As there, clamping is a
 * loop of its own: in one with the quotient, HotSpot takes a quarter longer.
 */
public final class Curves {
    private static final float LIMIT = 7.905_311f;
    private static final float A1 = 4.893_524_6e-3f;
    private static final float A3 = 6.372_619_5e-4f;
    private static final float A5 = 1.485_722_4e-5f;
    private static final float A7 = 5.122_297_3e-8f;
    private static final float A9 = -8.604_672e-11f;
    private static final float A11 = 2.000_188e-13f;
    private static final float A13 = -2.760_768_4e-16f;
    private static final float B0 = 4.893_525_5e-3f;
    private static final float B2 = 2.268_434_5e-3f;
    private static final float B4 = 1.185_347e-4f;
    private static final float B6 = 1.198_258_4e-6f;

    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.6933594f;
    private static final float LN2_LOW = -0.00021219444f;
    private static final float SMALLEST = -87;

    /** Adding 1.5 * 2^23 leaves no place for a fraction. */
    private static final float ROUNDER = 12_582_912;

    private static final int EXPONENT_BIAS = 127;
    private static final int MANTISSA_BITS = 23;

    private Curves() {}

    /** The tanh of one value. */
    static float tanh(float value) {
        return quotient(clamp(value));
    }

    private static float clamp(float value) {
        return Math.max(-LIMIT, Math.min(LIMIT, value));
    }

    private static float quotient(float x) {
        float x2 = x * x;
        float odd = x * ((((((A13 * x2 + A11) * x2 + A9) * x2 + A7) * x2 + A5) * x2 + A3) * x2 + A1);
        float even = ((B6 * x2 + B4) * x2 + B2) * x2 + B0;
        return odd / even;
    }

    /** Sets each value to {@code tanh(value + bias)}. */
    static void tanh(float[] values, float[] bias, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = clamp(values[i] + bias[i]);
        }
        for (int i = 0; i < length; i++) {
            values[i] = quotient(values[i]);
        }
    }

    /**
     * Sets values to the tanh of others, or of themselves.
     *
     * @param values the values
     * @param curved is set
     * @param length how many
     */
    public static void tanhOf(float[] values, float[] curved, int length) {
        for (int i = 0; i < length; i++) {
            curved[i] = clamp(values[i]);
        }
        for (int i = 0; i < length; i++) {
            curved[i] = quotient(curved[i]);
        }
    }

    /** Sets each value to {@code 1 / (1 + exp(-(value + bias)))}. */
    static void sigmoid(float[] values, float[] bias, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = clamp(0.5f * (values[i] + bias[i]));
        }
        for (int i = 0; i < length; i++) {
            values[i] = 0.5f * quotient(values[i]) + 0.5f;
        }
    }

    /**
     * Sets each value to {@code exp(value - less)}, within 2e-7, relatively; what is below -87 counts as -87.
     *
     * @param values at most 87 higher than {@code less}
     * @param less one for each
     * @param scratch is overwritten
     * @param length how many
     */
    public static void exp(float[] values, float[] less, float[] scratch, int length) {
        lower(values, less, length);
        halvings(values, scratch, length);
        fractions(values, scratch, length);
        for (int i = 0; i < length; i++) {
            values[i] *= Float.intBitsToFloat((EXPONENT_BIAS - (int) scratch[i]) << MANTISSA_BITS);
        }
    }

    private static void lower(float[] values, float[] less, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Math.max(SMALLEST, values[i] - less[i]);
        }
    }

    /** The whole number of halvings that leave a fraction near 1. */
    private static void halvings(float[] values, float[] halvings, int length) {
        for (int i = 0; i < length; i++) {
            halvings[i] = (ROUNDER - values[i] * LOG2_E) - ROUNDER;
        }
    }

    private static void fractions(float[] values, float[] halvings, int length) {
        for (int i = 0; i < length; i++) {
            float n = halvings[i];
            float r = values[i] + n * LN2_HIGH + n * LN2_LOW;
            float sum = 0.00019875691f;
            sum = sum * r + 0.0013981999f;
            sum = sum * r + 0.008333452f;
            sum = sum * r + 0.041665796f;
            sum = sum * r + 0.16666666f;
            sum = sum * r + 0.5f;
            values[i] = sum * r * r + r + 1;
        }
    }
}
