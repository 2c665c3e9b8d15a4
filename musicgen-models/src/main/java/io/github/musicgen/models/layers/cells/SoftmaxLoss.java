package io.github.musicgen.models.layers.cells;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Softmax, cross entropy and gradient of one step: {@code classes} rows of {@code batch} values. */
public final class SoftmaxLoss {
    private float[] highest = {}; // [batch]
    private float[] total = {}; // [batch]
    private float[] repeated = {}; // [classes * batch], either of both
    private float[] scratch = {}; // [classes * batch]

    /**
     * Sets logits to probabilities.
     *
     * @param logits without their biases
     * @param biases repeated for the whole batch
     * @param classes how many
     * @param batch how many examples
     */
    public void softmax(float[] logits, float[] biases, int classes, int batch) {
        int length = classes * batch;
        highest = Floats.atLeast(highest, batch);
        total = Floats.atLeast(total, batch);
        repeated = Floats.atLeast(repeated, length);
        scratch = Floats.atLeast(scratch, length);
        Floats.add(biases, logits, length);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < length; row += batch) {
            raise(logits, row, batch);
        }
        Floats.repeatRow(highest, 0, repeated, batch, length);
        Curves.exp(logits, repeated, scratch, length);
        Arrays.fill(total, 0);
        for (int row = 0; row < length; row += batch) {
            addToTotal(logits, row, batch);
        }
        for (int i = 0; i < batch; i++) {
            total[i] = 1 / total[i];
        }
        Floats.repeatRow(total, 0, repeated, batch, length);
        Floats.multiply(logits, repeated, length);
    }

    private void raise(float[] logits, int row, int batch) {
        for (int i = 0; i < batch; i++) {
            highest[i] = Math.max(highest[i], logits[row + i]);
        }
    }

    private void addToTotal(float[] powers, int row, int batch) {
        for (int i = 0; i < batch; i++) {
            total[i] += powers[row + i];
        }
    }

    /** The least probability whose logarithm is taken, so that a loss stays finite. */
    private static final double LEAST = 1e-38;

    /**
     * Adds up the loss of class numbers.
     *
     * @param probabilities of all classes
     * @param labels the class of each step and example
     * @param mask how much each counts, or none
     * @param offset where this step begins in labels and mask
     * @param batch how many examples
     * @param losses the loss of each example, which is added to
     */
    public void loss(
            float[] probabilities, int[] labels, float @Nullable [] mask, int offset, int batch, double[] losses) {
        for (int i = 0; i < batch; i++) {
            float weight = mask == null ? 1 : mask[offset + i];
            if (weight != 0) {
                int label = labels[offset + i];
                losses[i] -= weight * Math.log(Math.max(LEAST, probabilities[label * batch + i]));
            }
        }
    }

    /**
     * From probabilities to the gradient of the logits.
     *
     * @param probabilities are overwritten
     * @param labels the class of each step and example
     * @param mask how much each counts, or none
     * @param offset where this step begins in labels and mask
     * @param classes how many
     * @param batch how many examples
     * @param factor how much the step counts
     */
    public void gradient(
            float[] probabilities,
            int[] labels,
            float @Nullable [] mask,
            int offset,
            int classes,
            int batch,
            float factor) {
        for (int i = 0; i < batch; i++) {
            highest[i] = mask == null ? factor : factor * mask[offset + i];
        }
        for (int i = 0; i < batch; i++) {
            if (highest[i] != 0) {
                probabilities[labels[offset + i] * batch + i] -= 1;
            }
        }
        repeated = Floats.atLeast(repeated, classes * batch);
        Floats.repeatRow(highest, 0, repeated, batch, classes * batch);
        Floats.multiply(probabilities, repeated, classes * batch);
    }
}
