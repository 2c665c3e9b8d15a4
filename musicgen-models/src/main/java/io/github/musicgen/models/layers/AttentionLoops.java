package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Curves;

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

    /**
     * Back through {@link #compare}: adds up to what {@link #finishSlopes} and {@link #finishScore} make gradients of. The
     * gradients of all comparisons of a step add up to 0, and what they share is left out.
     *
     * @param gradient of the sum over all places, repeated for each
     */
    static void backCompare(
            float[] key,
            float[] query,
            float[] gradient,
            float[] keySums,
            float[] querySums,
            float[] scoreSums,
            int length) {
        for (int i = 0; i < length; i++) {
            float half = 1 / (key[i] * query[i] + 1); // (1 - tanh) / 2
            float weighted = gradient[i] * half;
            float slope = weighted * (1 - half); // a quarter of what 1 - tanh^2 makes
            scoreSums[i] = scoreSums[i] + weighted;
            keySums[i] = keySums[i] + slope;
            querySums[i] = querySums[i] + slope;
        }
    }

    /** Sets the gradient of a key or a query from its sums. */
    static void finishSlopes(float[] sums, float[] score, float[] gradient, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] = 4 * score[i] * sums[i];
        }
    }

    /** Adds to the gradient of the score from its sums. */
    static void finishScore(float[] sums, float[] gradient, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] = gradient[i] - 2 * sums[i];
        }
    }
}
