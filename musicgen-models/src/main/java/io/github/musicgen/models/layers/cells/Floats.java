package io.github.musicgen.models.layers.cells;

import java.util.Arrays;

/** Loops over arrays of floats that several kernels need. */
public final class Floats {
    private Floats() {}

    /**
     * Adds values to a sum.
     *
     * @param values the values
     * @param sum is added to
     * @param length how many
     */
    public static void add(float[] values, float[] sum, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] = sum[i] + values[i];
        }
    }

    /**
     * Multiplies values with factors.
     *
     * @param values are set
     * @param factors one for each
     * @param length how many
     */
    public static void multiply(float[] values, float[] factors, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = values[i] * factors[i];
        }
    }

    /**
     * Multiplies each row of a step with the mask of its examples.
     *
     * @param values the step
     * @param mask a factor for each example
     * @param maskOffset where they begin
     * @param batch how many examples
     * @param length values of the step
     */
    public static void mask(float[] values, float[] mask, int maskOffset, int batch, int length) {
        for (int row = 0; row < length; row += batch) {
            for (int example = 0; example < batch; example++) {
                values[row + example] *= mask[maskOffset + example];
            }
        }
    }

    /**
     * Repeats each value for a whole batch.
     *
     * @param values the values
     * @param from the first of them
     * @param count how many
     * @param batch how often
     * @param target is set
     */
    public static void repeat(float[] values, int from, int count, int batch, float[] target) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(target, i * batch, (i + 1) * batch, values[from + i]);
        }
    }

    /**
     * Repeats a row of a batch.
     *
     * @param values where the row is
     * @param offset where it begins
     * @param rows is set
     * @param batch values of the row
     * @param length values that are set
     */
    public static void repeatRow(float[] values, int offset, float[] rows, int batch, int length) {
        System.arraycopy(values, offset, rows, 0, batch);
        for (int done = batch; done < length; done += done) {
            System.arraycopy(rows, 0, rows, done, Math.min(done, length - done));
        }
    }

    /**
     * The sum of a row of a batch.
     *
     * @param values where the row is
     * @param from where it begins
     * @param batch how many
     * @return their sum
     */
    public static float sum(float[] values, int from, int batch) {
        float sum = 0;
        for (int i = from; i < from + batch; i++) {
            sum += values[i];
        }
        return sum;
    }

    /**
     * An array at least so long.
     *
     * @param old the one so far
     * @param length how long
     * @return the old one where it will do
     */
    public static float[] atLeast(float[] old, int length) {
        return old.length >= length ? old : new float[length];
    }

    /**
     * So many arrays of at least a length.
     *
     * @param old those so far
     * @param count how many
     * @param length how long
     * @return the old ones where they will do
     */
    public static float[][] atLeast(float[][] old, int count, int length) {
        if (old.length >= count
                && (count == 0 || old[count - 1].length >= length)
                && (count == 0 || old[0].length >= length)) {
            return old;
        }
        float[][] all = Arrays.copyOf(old, Math.max(count, old.length));
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] != null && all[i].length >= length ? all[i] : new float[length];
        }
        return all;
    }
}
