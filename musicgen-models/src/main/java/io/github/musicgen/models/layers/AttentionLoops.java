package io.github.musicgen.models.layers;

/**
 * The loops of attention, each alone in its method, over {@code length} values in rows of a batch.
 *
 * <p>HotSpot computes the ends of a loop one by one, so short loops are dear: what can runs over all rows at once, and sums take
 * four rows together. Reading one array in two places, or more than one tanh beside several sums, it does not vectorize at all.
 */
final class AttentionLoops {
    private AttentionLoops() {}

    /** Sets what each place of a key says to the query. */
    static void compare(float[] key, float[] query, float[] score, float[] compared, int length) {
        for (int i = 0; i < length; i++) {
            compared[i] = score[i] * Curves.tanh(key[i] + query[i]);
        }
    }

    /** Sets the tanh of two sums. */
    static void curve(float[] key, float[] query, float[] curved, int length) {
        for (int i = 0; i < length; i++) {
            curved[i] = Curves.tanh(key[i] + query[i]);
        }
    }

    /**
     * Back through {@link #compare}.
     *
     * @param curved of key and query
     * @param gradient of the sum of the places, repeated for each
     * @param keyGradient added to
     * @param queryGradient added to
     * @param scoreGradient added to
     */
    static void backCompare(
            float[] curved,
            float[] score,
            float[] gradient,
            float[] keyGradient,
            float[] queryGradient,
            float[] scoreGradient,
            int length) {
        for (int i = 0; i < length; i++) {
            float t = curved[i];
            float g = gradient[i];
            scoreGradient[i] = scoreGradient[i] + g * t;
            float slope = g * score[i] * (1 - t * t);
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

    /** Repeats a row of a batch. */
    static void repeat(float[] values, int offset, float[] rows, int batch, int length) {
        System.arraycopy(values, offset, rows, 0, batch);
        for (int done = batch; done < length; done += done) {
            System.arraycopy(rows, 0, rows, done, Math.min(done, length - done));
        }
    }

    /** Adds all rows to one. */
    static void sumRows(float[] values, float[] sums, int offset, int batch, int length) {
        int row = 0;
        for (; row + 3 * batch < length; row += 4 * batch) {
            sumFour(values, row, row + batch, row + 2 * batch, row + 3 * batch, sums, offset, batch);
        }
        for (; row < length; row += batch) {
            for (int i = 0; i < batch; i++) {
                sums[offset + i] += values[row + i];
            }
        }
    }

    private static void sumFour(float[] values, int a, int b, int c, int d, float[] sums, int offset, int batch) {
        for (int i = 0; i < batch; i++) {
            sums[offset + i] = sums[offset + i] + values[a + i] + values[b + i] + values[c + i] + values[d + i];
        }
    }

    /** Adds the products of all rows to one. */
    static void sumProducts(float[] left, float[] right, float[] sums, int offset, int batch, int length) {
        int row = 0;
        for (; row + 3 * batch < length; row += 4 * batch) {
            sumFour(left, right, row, row + batch, row + 2 * batch, row + 3 * batch, sums, offset, batch);
        }
        for (; row < length; row += batch) {
            for (int i = 0; i < batch; i++) {
                sums[offset + i] += left[row + i] * right[row + i];
            }
        }
    }

    private static void sumFour(
            float[] left, float[] right, int a, int b, int c, int d, float[] sums, int offset, int batch) {
        for (int i = 0; i < batch; i++) {
            sums[offset + i] = sums[offset + i]
                    + left[a + i] * right[a + i]
                    + left[b + i] * right[b + i]
                    + left[c + i] * right[c + i]
                    + left[d + i] * right[d + i];
        }
    }
}
