package io.github.musicgen.api.engine;

import java.util.Arrays;

/**
 * The last outputs of an attention block and how they are read.
 *
 * <p>The product of an output with the key weights never changes, so it is computed once, when the output is remembered. Keys
 * lie with all slots of one place beside each other: the comparison then sums over places, in order, for many slots at once,
 * which vectorizes although no sum is reordered.
 */
final class AttentionMemory {
    private final float[][] outputs; // [length][size]
    private final float[][] keys; // [vector][length]
    private final float[] newKey; // [vector]
    private final float[] compared; // [length]
    private final float[] weights; // [length]
    private final Powers powers;
    private int oldest;

    AttentionMemory(int length, int size, int vector) {
        this(new float[length][size], new float[vector][length], new float[length], 0);
    }

    private AttentionMemory(float[][] outputs, float[][] keys, float[] weights, int oldest) {
        this.outputs = outputs;
        this.keys = keys;
        this.newKey = new float[keys.length];
        this.compared = new float[outputs.length];
        this.weights = weights;
        this.powers = new Powers(weights.length);
        this.oldest = oldest;
    }

    /** Sets {@code reading} to the mean of the remembered outputs, weighted by how well they answer the query. */
    void read(float[] query, Vector score, float[] reading) {
        Arrays.fill(weights, 0);
        for (int place = 0; place < keys.length; place++) {
            addScores(keys[place], query[place], score.at(place));
        }
        Softmax.apply(weights, powers);
        Arrays.fill(reading, 0);
        for (int i = 0; i < outputs.length; i++) {
            int slot = slot(i);
            Rows.add(outputs[slot], weights[slot], reading);
        }
    }

    private void addScores(float[] key, float query, float score) {
        for (int slot = 0; slot < compared.length; slot++) {
            compared[slot] = key[slot] + query;
        }
        Activations.tanh(compared, 0, compared.length);
        Rows.add(compared, score, weights);
    }

    /** Where the product of the next output with the key weights is added. */
    float[] beginKey() {
        Arrays.fill(newKey, 0);
        return newKey;
    }

    /** Puts an output, with the key that was {@linkplain #beginKey begun}, in the place of the oldest. */
    void remember(float[] output) {
        System.arraycopy(output, 0, outputs[oldest], 0, output.length);
        for (int place = 0; place < keys.length; place++) {
            keys[place][oldest] = newKey[place];
        }
        oldest = slot(1);
    }

    private int slot(int age) {
        int slot = oldest + age;
        return slot < outputs.length ? slot : slot - outputs.length;
    }

    /** The weights of the last reading, the most recent output first; read before that output was replaced by a newer. */
    float[] attention() {
        float[] newestFirst = new float[weights.length];
        // The newest slot, just before the oldest, was written after the reading; it then held the oldest output.
        for (int i = 0; i < newestFirst.length; i++) {
            newestFirst[newestFirst.length - 1 - i] = weights[i == 0 ? slot(weights.length - 1) : slot(i - 1)];
        }
        return newestFirst;
    }

    AttentionMemory fork() {
        return new AttentionMemory(copy(outputs), copy(keys), weights.clone(), oldest);
    }

    private static float[][] copy(float[][] values) {
        float[][] copies = new float[values.length][];
        for (int i = 0; i < values.length; i++) {
            copies[i] = values[i].clone();
        }
        return copies;
    }
}
