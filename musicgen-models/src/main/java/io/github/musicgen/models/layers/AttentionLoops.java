package io.github.musicgen.models.layers;

/**
 * The loops of attention, each alone in its method, over {@code rows} rows of a batch. Those that call tanh run over all rows at
 * once: HotSpot computes a short loop's ends one by one, which costs little where only sums are made.
 */
final class AttentionLoops {
    private AttentionLoops() {}

    /** Sets what each place of a key says to the query. */
    static void compare(float[] key, float[] query, float[] score, float[] compared, int length) {
        for (int i = 0; i < length; i++) {
            compared[i] = score[i] * Curves.tanh(key[i] + query[i]);
        }
    }

    /** Adds each row to the sums. */
    static void addRows(float[] values, float[] sums, int sumOffset, int batch, int length) {
        for (int row = 0; row < length; row += batch) {
            for (int i = 0; i < batch; i++) {
                sums[sumOffset + i] += values[row + i];
            }
        }
    }

    /** Adds the products of two arrays, row by row, to the sums. */
    static void addProducts(float[] left, float[] right, float[] sums, int sumOffset, int batch, int length) {
        for (int row = 0; row < length; row += batch) {
            for (int i = 0; i < batch; i++) {
                sums[sumOffset + i] += left[row + i] * right[row + i];
            }
        }
    }

    /** Adds each row, weighted example by example, to that of the total. */
    static void addWeighted(float[] values, float[] weights, int weightOffset, float[] total, int batch, int length) {
        for (int row = 0; row < length; row += batch) {
            for (int i = 0; i < batch; i++) {
                total[row + i] += weights[weightOffset + i] * values[row + i];
            }
        }
    }

    /** Repeats a row. */
    static void repeat(float[] values, int offset, float[] rows, int batch, int length) {
        System.arraycopy(values, offset, rows, 0, batch);
        for (int done = batch; done < length; done += done) {
            System.arraycopy(rows, 0, rows, done, Math.min(done, length - done));
        }
    }

    /**
     * Back through {@link #compare}.
     *
     * @param gradient of the sum of the places, repeated for each
     * @param keyGradient added to
     * @param queryGradient added to
     * @param scoreGradient added to
     */
    static void backCompare(
            float[] key,
            float[] query,
            float[] score,
            float[] gradient,
            float[] keyGradient,
            float[] queryGradient,
            float[] scoreGradient,
            int length) {
        for (int i = 0; i < length; i++) {
            float t = Curves.tanh(key[i] + query[i]);
            float g = gradient[i];
            scoreGradient[i] = scoreGradient[i] + g * t;
            float slope = g * score[i] * (1 - t * t);
            keyGradient[i] = keyGradient[i] + slope;
            queryGradient[i] = queryGradient[i] + slope;
        }
    }
}
