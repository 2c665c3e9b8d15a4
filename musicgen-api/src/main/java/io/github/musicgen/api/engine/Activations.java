package io.github.musicgen.api.engine;

/**
 * The functions between the products, as plain arithmetic that is the same on every machine and that HotSpot vectorizes.
 *
 * <p>tanh is a quotient of polynomials, odd over even, on an argument clamped to where a {@code float} cannot tell the result
 * from one. The coefficients are the widely used minimax ones of the Eigen library; a test holds them within 4e-7 of
 * {@code StrictMath.tanh}. The sigmoid is {@code (1 + tanh(x / 2)) / 2}.
 *
 * <p>Over arrays, the clamping and the quotient are loops of their own: in one, HotSpot takes a quarter longer.
 */
final class Activations {
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

    private Activations() {}

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

    static float sigmoid(float value) {
        return 0.5f * tanh(0.5f * value) + 0.5f;
    }

    static void relu(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    static void tanh(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = clamp(values[i]);
        }
        for (int i = from; i < to; i++) {
            values[i] = quotient(values[i]);
        }
    }

    /** Sets the first values of an array to the tanh of those of another. */
    static void tanhOf(float[] values, float[] curved, int count) {
        for (int i = 0; i < count; i++) {
            curved[i] = clamp(values[i]);
        }
        for (int i = 0; i < count; i++) {
            curved[i] = quotient(curved[i]);
        }
    }

    static void sigmoid(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = clamp(0.5f * values[i]);
        }
        for (int i = from; i < to; i++) {
            values[i] = 0.5f * quotient(values[i]) + 0.5f;
        }
    }
}
