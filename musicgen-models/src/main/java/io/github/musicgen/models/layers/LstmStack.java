package io.github.musicgen.models.layers;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.LstmCells;
import io.github.musicgen.models.layers.cells.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers of LSTM cells, one above the other, that are asked for their memory after each step: the cell and the output of the
 * first layer, then those of the next. So the output of the stack is the end of its memory.
 */
final class LstmStack {
    private final List<LstmCells> layers = new ArrayList<>();
    private final NativeFloats cursor = new NativeFloats();
    private final Track between = new Track(); // the gradient of a layer's output from the layer above
    private final int widest;
    private int batch;
    private float[] cellGradient = {}; // [widest * batch]
    private float[] outputGradient = {}; // [widest * batch]
    private float[] gradientFromAbove = {}; // [widest * batch]

    LstmStack(int inputSize, List<Integer> sizes) {
        int width = inputSize;
        int most = 0;
        for (int size : sizes) {
            layers.add(new LstmCells(width, size, AttentionNames.cells(layers.size())));
            width = size;
            most = Math.max(most, size);
        }
        this.widest = most;
    }

    /** Values of an example's memory. */
    int memorySize() {
        return 2 * layers.stream().mapToInt(Cells::size).sum();
    }

    void begin(int newBatch, int steps) {
        batch = newBatch;
        between.begin(1, widest, batch);
        cellGradient = Floats.atLeast(cellGradient, widest * batch);
        outputGradient = Floats.atLeast(outputGradient, widest * batch);
        gradientFromAbove = Floats.atLeast(gradientFromAbove, widest * batch);
        layers.forEach(layer -> layer.begin(batch, steps));
    }

    void read(Function<String, INDArray> parameters) {
        layers.forEach(layer -> layer.read(parameters));
    }

    void mask(float @Nullable [] mask) {
        layers.forEach(layer -> layer.mask(mask));
    }

    void remember(Map<String, float[]> memory) {
        layers.forEach(layer -> layer.remember(memory));
    }

    void writeMemory(Map<String, float[]> memory) {
        layers.forEach(layer -> memory.putAll(layer.memory()));
    }

    /** Runs a step and sets the memory after it. */
    void forward(int step, long input, long memory) {
        long below = input;
        long place = memory;
        for (LstmCells layer : layers) {
            float[] output = layer.forward(step, below);
            int length = layer.size() * batch;
            cursor.at(place).put(layer.cell(step), 0, length);
            below = NativeFloats.plus(place, length);
            cursor.at(below).put(output, 0, length);
            place = NativeFloats.plus(below, length);
        }
    }

    /** Where the output lies in a memory. */
    long output(long memory) {
        return NativeFloats.plus(
                memory, (memorySize() - (long) layers.get(layers.size() - 1).size()) * batch);
    }

    void beginBackward(Function<String, INDArray> gradients) {
        layers.forEach(layer -> layer.beginBackward(gradients));
    }

    /** Goes a step back, from the gradient of the memory to that of the input. */
    void backward(int step, long input, long memory, long memoryGradient, long inputGradient) {
        long end = (long) memorySize() * batch;
        for (int i = layers.size() - 1; i >= 0; i--) {
            LstmCells layer = layers.get(i);
            int length = layer.size() * batch;
            end -= 2L * length;
            cursor.at(NativeFloats.plus(memoryGradient, end)).get(cellGradient, 0, length);
            cursor.at(NativeFloats.plus(memoryGradient, end + length)).get(outputGradient, 0, length);
            if (i < layers.size() - 1) {
                cursor.at(between.at(0)).get(gradientFromAbove, 0, length);
                Floats.add(gradientFromAbove, outputGradient, length);
            }
            layer.addCellGradient(cellGradient);
            long below = i == 0 ? input : NativeFloats.plus(memory, end - (long) layer.inputSize() * batch);
            layer.backward(step, outputGradient, below, i == 0 ? inputGradient : between.at(0));
        }
    }

    void endBackward() {
        layers.forEach(LstmCells::endBackward);
    }
}
