package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.Track;
import io.github.musicgen.models.layers.cells.WeightMatrix;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Asks the window: from a memory to what is read. */
final class AttentionReader {
    private final int size;
    private final int length;
    private final AttentionWindow window;
    private final WeightMatrix query;
    private final Bias queryBias;
    private final WeightMatrix keys;
    private final Bias score; // no bias, but also one value for each place of a key
    private final Track queries = new Track(); // the query of a step, or its gradient
    private final Track key = new Track(); // the key of an output, or its gradient
    private int batch;
    private int firstStep; // that was gone back
    private float[] gradient = {}; // [size * batch], of a key or a query

    AttentionReader(int memorySize, int size, int length) {
        this.size = size;
        this.length = length;
        this.window = new AttentionWindow(length);
        this.query = new WeightMatrix(AttentionNames.QUERY, memorySize, size);
        this.queryBias = new Bias(AttentionNames.QUERY_BIAS, size);
        this.keys = new WeightMatrix(AttentionNames.KEYS, size, size);
        this.score = new Bias(AttentionNames.SCORE, size);
    }

    void begin(int newBatch, int steps) {
        batch = newBatch;
        window.begin(batch, steps, size);
        queries.begin(1, size, batch);
        key.begin(1, size, batch);
        gradient = Floats.atLeast(gradient, size * batch);
    }

    void read(Function<String, INDArray> parameters) {
        query.read(parameters);
        queryBias.read(parameters, batch);
        keys.read(parameters);
        score.read(parameters, batch);
    }

    /** Puts the outputs of an earlier run before the first step. */
    void remember(Map<String, float[]> memory, Track scratch) {
        float[] before = memory.get(AttentionNames.WINDOW);
        window.begin(before);
        for (int i = 0; before != null && i < length; i++) {
            scratch.put(0, window.output(i));
            writeKey(i, scratch.at(0));
        }
    }

    /** The window after the last step. */
    float[] memory() {
        return window.memory();
    }

    /** Sets what a step reads. */
    void forward(int step, long memory, long reading) {
        queryBias.copyTo(queries.at(0));
        query.add(memory, queries.at(0), batch);
        queries.get(0, window.query(step));
        window.read(step, score.values(), reading);
    }

    /** Where the output of a step is to be written before it is remembered. */
    float[] output(int step) {
        return window.output(length + step);
    }

    /** Remembers the output of a step. */
    void remember(int step, long output) {
        writeKey(length + step, output);
    }

    private void writeKey(int number, long output) {
        keys.set(output, key.at(0), batch);
        key.get(0, window.key(number));
        window.remember(number);
    }

    void beginBackward(Function<String, INDArray> gradients) {
        window.beginBackward();
        query.beginBackward(gradients);
        queryBias.beginBackward(gradients);
        keys.beginBackward(gradients);
        score.beginBackward(gradients);
    }

    /** Sets the gradient of the output of a step: what comes from above, and what later steps make of the output. */
    void backRemember(int step, float[] fromAbove, Track outputGradient) {
        outputGradient.put(0, fromAbove);
        window.addOutputGradient(step, outputGradient.at(0));
        backKey(length + step);
        keys.addBack(key.at(0), outputGradient.at(0), batch);
    }

    private void backKey(int number) {
        window.finishKey(number, score.values(), gradient);
        key.put(0, gradient);
        keys.addGradientByExample(window.outputByExample(number), key.at(0), batch);
    }

    /** Where the gradient of what a step read is, {@code size x batch}. */
    long readingGradient(int step) {
        return window.readingGradient(step);
    }

    /** Goes back from what a step read to its memory, whose gradient is set. */
    void backward(int step, long memory, long memoryGradient) {
        firstStep = step;
        window.back(step, score.values(), gradient, score.sums());
        queries.put(0, gradient);
        query.addGradient(memory, queries.at(0), batch);
        queryBias.add(queries.at(0));
        query.setBack(queries.at(0), memoryGradient, batch);
    }

    void endBackward() {
        // Outputs from before are given, but their keys were made with these weights.
        for (int number = Math.max(firstStep, window.blanks()); number < firstStep + length; number++) {
            backKey(number);
        }
        queryBias.endBackward();
        score.endBackward();
    }
}
