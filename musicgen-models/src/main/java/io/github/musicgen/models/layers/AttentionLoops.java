package io.github.musicgen.models.layers;

/**
 * The loops of attention, each alone in its method.
 *
 * <p>A comparison is {@code tanh(key + query)}, for every pair of an output and a step that sees it. Instead of keys and queries
 * they are given {@code exp(2 key)} and {@code exp(2 query)}, which are computed once: {@code tanh(k + q) = 1 - 2 / (exp(2k)
 * exp(2q) + 1)}, as exact as any, and less than half the work.
 *
 * <p>HotSpot computes the ends of a loop one by one, so short loops are dear, and it does not vectorize one whose arrays are
 * read from different places on. So all run from 0 over many rows of a batch.
 */
final class AttentionLoops {
    /** Products of two exponentials stay finite; a key or query beyond it, far off in any network that learns, counts as this. */
    private static final float FARTHEST = 21;

    private AttentionLoops() {}

    /** Sets each value to {@code exp(2 value)}. */
    static void exponentials(float[] values, float[] zeros, float[] scratch, int length) {
        twice(values, length);
        Curves.exp(values, zeros, scratch, length);
    }

    private static void twice(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = 2 * Math.max(-FARTHEST, Math.min(FARTHEST, values[i]));
        }
    }

    /** Adds what one place of the keys says to the query, less the score, which is the same for all. */
    static void compare(float[] key, float[] query, float score, float[] sums, int length) {
        float twice = 2 * score;
        for (int i = 0; i < length; i++) {
            sums[i] = sums[i] - twice / (key[i] * query[i] + 1);
        }
    }

    /** Sets {@code (1 - tanh) / 2}. */
    static void halves(float[] key, float[] query, float[] halves, int length) {
        for (int i = 0; i < length; i++) {
            halves[i] = 1 / (key[i] * query[i] + 1);
        }
    }

    /**
     * Back through {@link #compare}.
     *
     * @param halves what {@link #halves} set
     * @param gradient of the sum over all places, repeated for each
     * @param keyGradient added to
     * @param queryGradient added to
     * @param scoreGradient added to
     */
    static void backCompare(
            float[] halves,
            float[] score,
            float[] gradient,
            float[] keyGradient,
            float[] queryGradient,
            float[] scoreGradient,
            int length) {
        for (int i = 0; i < length; i++) {
            float u = halves[i];
            float g = gradient[i];
            scoreGradient[i] = scoreGradient[i] + g * (1 - 2 * u);
            float slope = 4 * g * score[i] * u * (1 - u);
            keyGradient[i] = keyGradient[i] + slope;
            queryGradient[i] = queryGradient[i] + slope;
        }
    }

    /** Adds products to a total. */
    static void addProducts(float[] left, float[] right, float[] total, int length) {
        for (int i = 0; i < length; i++) {
            total[i] = total[i] + left[i] * right[i];
        }
    }
}
