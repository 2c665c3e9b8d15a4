package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.SoftmaxLoss;
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
    private int steps;
    private int values; // of an output: size * batch
    private float[][] outputs = {}; // [length + steps][size * batch]
    private float[][] keys = {}; // [length + steps][size * batch], as exponentials as soon as they are remembered
    private float[][] queries = {}; // [steps][size * batch], as exponentials as soon as they are answered
    private float[][] weights = {}; // [steps][length * batch]
    private float[] zeros = {}; // [length * batch or size * batch]
    private int blanks; // the first so many outputs are zeros
    private final PlaceHistory outputsByPlace = new PlaceHistory();
    private final PlaceHistory keysByPlace = new PlaceHistory();
    private float[] place = {}; // [length * batch], as the next two
    private float[] repeated = {};
    private float[] sums = {};
    private float[] scratch = {}; // [size * batch]
    private float[] querySums = {}; // [size * batch]
    private float[] scoreSums = {}; // [size * batch]

    // On the way back: of the steps that may still be needed, and of the keys that are not finished, by number modulo
    // length.
    private float[][] readingGradients = {}; // [length][size * batch]
    private float[][] keySums = {}; // [length][size * batch]
    private float[] weightGradients = {}; // [length * batch]

    AttentionWindow(int length) {
        this.length = length;
    }

    void begin(int newBatch, int newSteps, int size) {
        batch = newBatch;
        steps = newSteps;
        values = Math.multiplyExact(size, batch);
        outputs = Floats.atLeast(outputs, length + steps, values);
        keys = Floats.atLeast(keys, length + steps, values);
        queries = Floats.atLeast(queries, steps, values);
        weights = Floats.atLeast(weights, steps, length * batch);
        zeros = Floats.atLeast(zeros, Math.max(length * batch, values));
        outputsByPlace.begin(size, length + steps, batch);
        keysByPlace.begin(size, length + steps, batch);
        place = Floats.atLeast(place, length * batch);
        repeated = Floats.atLeast(repeated, length * batch);
        sums = Floats.atLeast(sums, length * batch);
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

    /** Remembers an output that has been written, with its key. */
    void remember(int number) {
        AttentionLoops.exponentials(keys[number], zeros, scratch, values);
        outputsByPlace.put(number, outputs[number]);
        keysByPlace.put(number, keys[number]);
    }

    /** Sets what a step reads: the mean of the outputs it sees, weighted by how well their keys answer its query. */
    void read(int step, float[] score, float[] reading) {
        float[] weight = weights[step];
        int blank = blank(step);
        AttentionLoops.exponentials(queries[step], zeros, scratch, values);
        compare(step, Math.max(0, blank - 1), score, weight);
        for (int i = 0; i < blank - 1; i++) {
            System.arraycopy(weight, (blank - 1) * batch, weight, i * batch, batch);
        }
        softmax.softmax(weight, zeros, length, batch);
        Arrays.fill(reading, 0, values, 0);
        for (int i = blank; i < length; i++) {
            Floats.repeatRow(weight, i * batch, scratch, batch, values);
            AttentionLoops.addProducts(outputs[step + i], scratch, reading, values);
        }
    }

    private void compare(int step, int first, float[] score, float[] weight) {
        int count = (length - first) * batch;
        Arrays.fill(sums, 0, count, 0);
        for (int i = 0; i < values; i += batch) {
            keysByPlace.get(i / batch, step + first, place, count);
            Floats.repeatRow(queries[step], i, repeated, batch, count);
            AttentionLoops.compare(place, repeated, score[i], sums, count);
        }
        System.arraycopy(sums, 0, weight, first * batch, count);
    }

    /** How many of the outputs that a step sees are zeros from before the start, which are all read alike. */
    private int blank(int step) {
        return Math.max(0, blanks - step);
    }

    void beginBackward() {
        readingGradients = Floats.atLeast(readingGradients, length, values);
        keySums = Floats.atLeast(keySums, length, values);
        weightGradients = Floats.atLeast(weightGradients, length * batch);
        querySums = Floats.atLeast(querySums, values);
        scoreSums = Floats.atLeast(scoreSums, values);
        for (int i = 0; i < length; i++) {
            Arrays.fill(keySums[i], 0);
        }
    }

    /**
     * Adds the gradient of a step's output from all steps that read it, which are gone back: one after the other into one array,
     * which stays in the cache, where each step's own sums over the whole window would not.
     */
    void addOutputGradient(int step, float[] gradient) {
        for (int reader = step + 1; reader < Math.min(steps, step + length + 1); reader++) {
            Floats.repeatRow(weights[reader], (step + length - reader) * batch, scratch, batch, values);
            AttentionLoops.addProducts(scratch, readingGradients[reader % length], gradient, values);
        }
    }

    /** Sets the gradient of the key of a number from all readings that were gone back, once. */
    void finishKey(int number, float[] score, float[] gradient) {
        float[] sums = keySums[number % length];
        AttentionLoops.finishSlopes(sums, score, gradient, values);
        Arrays.fill(sums, 0, values, 0);
    }

    /** How many of the first outputs are zeros from before the start. */
    int blanks() {
        return blanks;
    }

    /** Where the gradient of what a step read is to be written before {@link #back}. */
    float[] readingGradient(int step) {
        return readingGradients[step % length];
    }

    /**
     * Goes back through {@link #read}.
     *
     * @param queryGradient set
     * @param scoreGradient added to
     */
    void back(int step, float[] score, float[] queryGradient, float[] scoreGradient) {
        int blank = blank(step);
        backReading(step, blank);
        backSoftmax(weights[step], weightGradients);
        for (int i = 0; i < blank - 1; i++) {
            addRow(weightGradients, i, blank - 1);
        }
        Arrays.fill(querySums, 0, values, 0);
        Arrays.fill(scoreSums, 0, values, 0);
        for (int i = Math.max(0, blank - 1); i < length; i++) {
            Floats.repeatRow(weightGradients, i * batch, scratch, batch, values);
            AttentionLoops.backCompare(
                    keys[step + i], queries[step], scratch, keySums[(step + i) % length], querySums, scoreSums, values);
        }
        AttentionLoops.finishSlopes(querySums, score, queryGradient, values);
        AttentionLoops.finishScore(scoreSums, scoreGradient, values);
    }

    private void backReading(int step, int first) {
        int count = (length - first) * batch;
        Arrays.fill(sums, 0, count, 0);
        for (int i = 0; i < values; i += batch) {
            outputsByPlace.get(i / batch, step + first, place, count);
            Floats.repeatRow(readingGradient(step), i, repeated, batch, count);
            AttentionLoops.addProducts(place, repeated, sums, count);
        }
        Arrays.fill(weightGradients, 0, first * batch, 0);
        System.arraycopy(sums, 0, weightGradients, first * batch, count);
    }

    private void addRow(float[] rows, int from, int to) {
        for (int i = 0; i < batch; i++) {
            rows[to * batch + i] += rows[from * batch + i];
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

    /** Puts the outputs of an earlier run before the first step, the oldest first, whose keys remain to be set; or zeros. */
    void begin(float @Nullable [] before) {
        blanks = before == null ? length : 0;
        for (int i = 0; i < length; i++) {
            if (before == null) {
                Arrays.fill(outputs[i], 0);
                Arrays.fill(keys[i], 0);
                remember(i);
            } else {
                System.arraycopy(before, i * values, outputs[i], 0, values);
            }
        }
    }

    /** The outputs that the step would see that followed the last. */
    float[] memory() {
        float[] memory = new float[Math.multiplyExact(length, values)];
        for (int i = 0; i < length; i++) {
            System.arraycopy(outputs[steps + i], 0, memory, i * values, values);
        }
        return memory;
    }
}
