package io.github.musicgen.models.layers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Softmax, cross entropy and gradient of one step: {@code classes} rows of {@code batch} values. */
final class SoftmaxLoss {
    private float[] highest = {}; // [batch]
    private float[] total = {}; // [batch]
    private float[] halvings = {}; // [batch]

    /** Sets logits to probabilities. */
    void softmax(float[] logits, float[] biases, int classes, int batch) {
        highest = Floats.atLeast(highest, batch);
        total = Floats.atLeast(total, batch);
        halvings = Floats.atLeast(halvings, batch);
        Floats.add(biases, logits, classes * batch);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        Arrays.fill(total, 0);
        for (int row = 0; row < classes * batch; row += batch) {
            raise(logits, row, batch);
        }
        for (int row = 0; row < classes * batch; row += batch) {
            exponentials(logits, row, batch);
        }
        for (int i = 0; i < batch; i++) {
            total[i] = 1 / total[i];
        }
        for (int row = 0; row < classes * batch; row += batch) {
            scale(logits, row, batch);
        }
    }

    private void raise(float[] logits, int row, int batch) {
        for (int i = 0; i < batch; i++) {
            highest[i] = Math.max(highest[i], logits[row + i]);
        }
    }

    private void exponentials(float[] logits, int row, int batch) {
        Curves.splitExp(logits, row, highest, halvings, batch);
        for (int i = 0; i < batch; i++) {
            float power = logits[row + i] * Curves.halved(halvings[i]);
            logits[row + i] = power;
            total[i] += power;
        }
    }

    private void scale(float[] logits, int row, int batch) {
        for (int i = 0; i < batch; i++) {
            logits[row + i] *= total[i];
        }
    }

    /** The least probability whose logarithm is taken, so that a loss stays finite. */
    private static final double LEAST = 1e-38;

    /**
     * Adds up the loss of class numbers.
     *
     * @param offset where this step begins in labels and mask
     * @param losses the loss of each example, which is added to
     */
    void loss(float[] probabilities, int[] labels, float @Nullable [] mask, int offset, int batch, double[] losses) {
        for (int i = 0; i < batch; i++) {
            float weight = mask == null ? 1 : mask[offset + i];
            if (weight != 0) {
                int label = labels[offset + i];
                losses[i] -= weight * Math.log(Math.max(LEAST, probabilities[label * batch + i]));
            }
        }
    }

    /** From probabilities to the gradient of the logits. */
    void gradient(
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
        for (int row = 0; row < classes * batch; row += batch) {
            weigh(probabilities, row, batch);
        }
    }

    private void weigh(float[] gradient, int row, int batch) {
        for (int i = 0; i < batch; i++) {
            gradient[row + i] *= highest[i];
        }
    }
}
