package io.github.musicgen.models.layers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The outputs that attention looks back at, with their keys, and how they are read.
 *
 * <p>Outputs are numbered from the oldest that the first step sees: step {@code t} sees {@code t} to {@code t + length - 1}, and
 * its own output is {@code t + length}. An output's key is computed once, when it is remembered.
 */
final class AttentionWindow {
    private final int length;
    private final SoftmaxLoss softmax = new SoftmaxLoss();
    private int batch;
    private int values; // of an output: size * batch
    private float[][] outputs = {}; // [length + steps][size * batch]
    private float[][] keys = {}; // [length + steps][size * batch]
    private float[][] queries = {}; // [steps][size * batch]
    private float[][] weights = {}; // [steps][length * batch]
    private float[] noBias = {}; // [length * batch]
    private float[] scratch = {}; // [size * batch]

    // An output's gradient lies at its number modulo length: that of the one so far before it begins when it is
    // finished.
    private float[][] outputGradients = {}; // [length][size * batch]
    private float[][] keyGradients = {}; // [length][size * batch]
    private float[] weightGradients = {}; // [length * batch]

    AttentionWindow(int length) {
        this.length = length;
    }

    void begin(int newBatch, int steps, int size) {
        batch = newBatch;
        values = Math.multiplyExact(size, batch);
        outputs = Floats.atLeast(outputs, length + steps, values);
        keys = Floats.atLeast(keys, length + steps, values);
        queries = Floats.atLeast(queries, steps, values);
        weights = Floats.atLeast(weights, steps, length * batch);
        noBias = Floats.atLeast(noBias, length * batch);
        scratch = Floats.atLeast(scratch, values);
    }

    /** The output of a number, to be written. */
    float[] output(int number) {
        return outputs[number];
    }

    /** The key of a number, to be written. */
    float[] key(int number) {
        return keys[number];
    }

    /** The query of a step, to be written before it is answered. */
    float[] query(int step) {
        return queries[step];
    }

    /** Sets what a step reads: the mean of the outputs it sees, weighted by how well their keys answer its query. */
    void read(int step, float[] score, float[] reading) {
        float[] weight = weights[step];
        Arrays.fill(weight, 0, length * batch, 0);
        for (int i = 0; i < length; i++) {
            AttentionLoops.compare(keys[step + i], queries[step], score, scratch, values);
            AttentionLoops.addRows(scratch, weight, i * batch, batch, values);
        }
        softmax.softmax(weight, noBias, length, batch);
        Arrays.fill(reading, 0, values, 0);
        for (int i = 0; i < length; i++) {
            AttentionLoops.addWeighted(outputs[step + i], weight, i * batch, reading, batch, values);
        }
    }

    void beginBackward() {
        outputGradients = Floats.atLeast(outputGradients, length, values);
        keyGradients = Floats.atLeast(keyGradients, length, values);
        weightGradients = Floats.atLeast(weightGradients, length * batch);
        for (int i = 0; i < length; i++) {
            Arrays.fill(outputGradients[i], 0);
            Arrays.fill(keyGradients[i], 0);
        }
    }

    /** The gradient of the output of a step from all readings of it; to be cleared before {@link #back} goes that step back. */
    float[] outputGradient(int step) {
        return outputGradients[step % length];
    }

    /** The same of the output's key. */
    float[] keyGradient(int step) {
        return keyGradients[step % length];
    }

    /**
     * Goes back through {@link #read}.
     *
     * @param queryGradient set
     * @param scoreGradient added to
     */
    void back(int step, float[] score, float[] readingGradient, float[] queryGradient, float[] scoreGradient) {
        float[] weight = weights[step];
        Arrays.fill(weightGradients, 0, length * batch, 0);
        for (int i = 0; i < length; i++) {
            float[] gradient = outputGradients[(step + i) % length];
            AttentionLoops.addProducts(outputs[step + i], readingGradient, weightGradients, i * batch, batch, values);
            AttentionLoops.addWeighted(readingGradient, weight, i * batch, gradient, batch, values);
        }
        backSoftmax(weight, weightGradients);
        Arrays.fill(queryGradient, 0, values, 0);
        for (int i = 0; i < length; i++) {
            AttentionLoops.repeat(weightGradients, i * batch, scratch, batch, values);
            AttentionLoops.backCompare(
                    keys[step + i],
                    queries[step],
                    score,
                    scratch,
                    keyGradients[(step + i) % length],
                    queryGradient,
                    scoreGradient,
                    values);
        }
    }

    private void backSoftmax(float[] weight, float[] gradient) {
        for (int example = 0; example < batch; example++) {
            float mean = 0;
            for (int i = example; i < length * batch; i += batch) {
                mean += weight[i] * gradient[i];
            }
            for (int i = example; i < length * batch; i += batch) {
                gradient[i] = weight[i] * (gradient[i] - mean);
            }
        }
    }

    /** Puts the outputs of an earlier run before the first step, the oldest first; or zeros. */
    void remember(float @Nullable [] before) {
        for (int i = 0; i < length; i++) {
            if (before == null) {
                Arrays.fill(outputs[i], 0);
                Arrays.fill(keys[i], 0);
            } else {
                System.arraycopy(before, i * values, outputs[i], 0, values);
            }
        }
    }

    /** The outputs that the step would see that followed the last. */
    float[] memory(int steps) {
        float[] memory = new float[Math.multiplyExact(length, values)];
        for (int i = 0; i < length; i++) {
            System.arraycopy(outputs[steps + i], 0, memory, i * values, values);
        }
        return memory;
    }
}
