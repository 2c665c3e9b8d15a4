package io.github.musicgen.models.layers;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.SoftmaxLoss;
import io.github.musicgen.models.layers.cells.Track;
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
    private final Track weights = new Track(); // [steps][length][batch]
    private float[] weight = {}; // [length * batch], of a step
    private float[] zeros = {}; // [length * batch or size * batch]
    private int blanks; // the first so many outputs are zeros
    private final ExampleHistory outputsByExample = new ExampleHistory();
    private final PlaceHistory keysByPlace = new PlaceHistory();
    private float[] place = {}; // [length * batch], as the next two
    private float[] repeated = {};
    private float[] sums = {};
    private float[] scratch = {}; // [size * batch]
    private float[] querySums = {}; // [size * batch]
    private float[] scoreSums = {}; // [size * batch]

    // On the way back.
    private final ExampleHistory readingGradients = new ExampleHistory(); // by step
    private float[][] keySums = {}; // [length][size * batch], of keys that are not finished, by number modulo length
    private final Track weightGradientMemory = new Track(); // of one step
    private float[] weightGradients = {}; // [length * batch], the same

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
        weights.begin(steps, length, batch);
        weight = Floats.atLeast(weight, length * batch);
        zeros = Floats.atLeast(zeros, Math.max(length * batch, values));
        outputsByExample.begin(size, length + steps, batch);
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

    /** Where the output of a number is when it is remembered, {@code size x batch}. */
    long outputByExample(int number) {
        return outputsByExample.at(number);
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
        outputsByExample.put(number, outputs[number]);
        keysByPlace.put(number, keys[number]);
    }

    /** Sets what a step reads: the mean of the outputs it sees, weighted by how well their keys answer its query. */
    void read(int step, float[] score, long reading) {
        int blank = blank(step);
        AttentionLoops.exponentials(queries[step], zeros, scratch, values);
        compare(step, Math.max(0, blank - 1), score);
        for (int i = 0; i < blank - 1; i++) {
            System.arraycopy(weight, (blank - 1) * batch, weight, i * batch, batch);
        }
        softmax.softmax(weight, zeros, length, batch);
        weights.put(step, weight);
        int first = firstRead(blank);
        outputsByExample.sumUp(step + first, length - first, weightsOf(step, first), batch, 0, reading);
    }

    /** The first output that is read: zeros are not, unless there is nothing else. */
    private int firstRead(int blank) {
        return Math.min(blank, length - 1);
    }

    /** Where the weights are that a step gives to an output. */
    private long weightsOf(int step, int output) {
        return NativeFloats.plus(weights.at(step), (long) output * batch);
    }

    private void compare(int step, int first, float[] score) {
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
        keySums = Floats.atLeast(keySums, length, values);
        weightGradients = Floats.atLeast(weightGradients, length * batch);
        querySums = Floats.atLeast(querySums, values);
        scoreSums = Floats.atLeast(scoreSums, values);
        for (int i = 0; i < length; i++) {
            Arrays.fill(keySums[i], 0);
        }
        readingGradients.begin(values / batch, steps, batch);
        readingGradients.put(steps - 1, zeros); // no later step uses what it read
        weightGradientMemory.begin(1, length, batch);
    }

    /** Adds the gradient of a step's output from all steps that read it, which are gone back. */
    void addOutputGradient(int step, long gradient) {
        int readers = Math.min(steps - 1 - step, length);
        if (readers > 0) {
            // Each reader sees it one place further back; of one that remembers a single output there is no next.
            int toOlder = Math.max(1, length - 1) * batch;
            readingGradients.sumUp(step + 1, readers, weightsOf(step + 1, length - 1), toOlder, 1, gradient);
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

    /** Where the gradient of what a step read is to be written before {@link #back}, {@code size x batch}. */
    long readingGradient(int step) {
        return readingGradients.at(step);
    }

    /**
     * Goes back through {@link #read}.
     *
     * @param queryGradient set
     * @param scoreGradient added to
     */
    void back(int step, float[] score, float[] queryGradient, float[] scoreGradient) {
        int blank = blank(step);
        weights.get(step, weight);
        backReading(step, blank);
        backSoftmax();
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

    private void backReading(int step, int blank) {
        int first = firstRead(blank);
        long gradients = NativeFloats.plus(weightGradientMemory.at(0), (long) first * batch);
        outputsByExample.multiply(step + first, length - first, readingGradients.at(step), gradients);
        weightGradientMemory.get(0, weightGradients);
        Arrays.fill(weightGradients, 0, first * batch, 0);
    }

    private void addRow(float[] rows, int from, int to) {
        for (int i = 0; i < batch; i++) {
            rows[to * batch + i] += rows[from * batch + i];
        }
    }

    private void backSoftmax() {
        for (int example = 0; example < batch; example++) {
            float mean = 0;
            for (int i = example; i < length * batch; i += batch) {
                mean += weight[i] * weightGradients[i];
            }
            for (int i = example; i < length * batch; i += batch) {
                weightGradients[i] = weight[i] * (weightGradients[i] - mean);
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
