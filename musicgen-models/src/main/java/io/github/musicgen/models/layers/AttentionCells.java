package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.Track;
import io.github.musicgen.models.layers.cells.WeightMatrix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * LSTM cells, one layer or several, that look back at their own last outputs, as {@code AttentionLayer} of {@code musicgen-api}
 * has it.
 *
 * <p>A step: the input is mixed with what was read last; the cells run; their memory asks the window; the answer is mixed into
 * their output; the window remembers that.
 */
final class AttentionCells implements Cells {
    private final int inputSize;
    private final int size;
    private final LstmStack inner;
    private final AttentionReader reader;
    private final Mix inputMix;
    private final Mix outputMix;
    private final Track mixed = new Track();
    private final Track memories = new Track();
    private final Track readings = new Track(); // one more than steps, the first from before
    private final Track outputs = new Track();
    private final Track mixedGradient = new Track();
    private final Track memoryGradient = new Track();
    private final Track outputGradient = new Track();

    private int batch;
    private int steps;
    private float @Nullable [] mask;

    AttentionCells(int inputSize, List<Integer> sizes, int length) {
        this.inputSize = inputSize;
        this.size = sizes.get(sizes.size() - 1);
        this.inner = new LstmStack(inputSize, sizes);
        this.reader = new AttentionReader(inner.memorySize(), size, length);
        this.inputMix = new Mix(
                new WeightMatrix(AttentionNames.INPUT_MIX, inputSize, inputSize),
                new WeightMatrix(AttentionNames.INPUT_MIX_READING, size, inputSize),
                new Bias(AttentionNames.INPUT_MIX_BIAS, inputSize));
        this.outputMix = new Mix(
                new WeightMatrix(AttentionNames.OUTPUT_MIX, size, size),
                new WeightMatrix(AttentionNames.OUTPUT_MIX_READING, size, size),
                new Bias(AttentionNames.OUTPUT_MIX_BIAS, size));
    }

    @Override
    public int inputSize() {
        return inputSize;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void begin(int newBatch, int newSteps) {
        batch = newBatch;
        steps = newSteps;
        inner.begin(batch, steps);
        reader.begin(batch, steps);
        mixed.begin(steps, inputSize, batch);
        memories.begin(steps, inner.memorySize(), batch);
        readings.begin(steps + 1, size, batch);
        outputs.begin(steps, size, batch);
        mixedGradient.begin(1, inputSize, batch);
        memoryGradient.begin(1, inner.memorySize(), batch);
        outputGradient.begin(1, size, batch);
    }

    @Override
    public void read(Function<String, INDArray> parameters) {
        inner.read(parameters);
        reader.read(parameters);
        inputMix.read(parameters, batch);
        outputMix.read(parameters, batch);
    }

    @Override
    public void mask(float @Nullable [] newMask) {
        mask = newMask;
        inner.mask(newMask);
    }

    @Override
    public void remember(Map<String, float[]> memory) {
        inner.remember(memory);
        reader.remember(memory, outputGradient);
        readings.put(0, memory.getOrDefault(AttentionNames.READING, new float[size * batch]));
    }

    @Override
    public Map<String, float[]> memory() {
        Map<String, float[]> memory = new LinkedHashMap<>();
        inner.writeMemory(memory);
        float[] reading = new float[size * batch];
        readings.get(steps, reading);
        memory.put(AttentionNames.READING, reading);
        memory.put(AttentionNames.WINDOW, reader.memory());
        return memory;
    }

    @Override
    public float[] forward(int step, long input) {
        inputMix.mix(input, readings.at(step), mixed.at(step));
        inner.forward(step, mixed.at(step), memories.at(step));
        reader.forward(step, memories.at(step), readings.at(step + 1));
        outputMix.mix(inner.output(memories.at(step)), readings.at(step + 1), outputs.at(step));
        float[] output = reader.output(step);
        outputs.get(step, output);
        if (mask != null) {
            mask(step, output);
            outputs.put(step, output);
        }
        reader.remember(step, outputs.at(step));
        return output;
    }

    private void mask(int step, float[] values) {
        float[] factors = mask;
        if (factors != null) {
            Floats.mask(values, factors, step * batch, batch, size * batch);
        }
    }

    @Override
    public void beginBackward(Function<String, INDArray> gradients) {
        inner.beginBackward(gradients);
        reader.beginBackward(gradients);
        inputMix.beginBackward(gradients);
        outputMix.beginBackward(gradients);
    }

    @Override
    public void backward(int step, float[] fromAbove, long input, long inputGradient) {
        reader.backRemember(step, fromAbove, outputGradient);
        if (mask != null) {
            outputGradient.get(0, fromAbove);
            mask(step, fromAbove);
            outputGradient.put(0, fromAbove);
        }
        long memory = memories.at(step);
        outputMix.addGradients(inner.output(memory), readings.at(step + 1), outputGradient.at(0));
        outputMix.addReadingGradient(outputGradient.at(0), reader.readingGradient(step));
        reader.backward(step, memory, memoryGradient.at(0));
        outputMix.addValueGradient(outputGradient.at(0), inner.output(memoryGradient.at(0)));
        inner.backward(step, mixed.at(step), memory, memoryGradient.at(0), mixedGradient.at(0));
        inputMix.addGradients(input, readings.at(step), mixedGradient.at(0));
        if (step > 0) {
            inputMix.setReadingGradient(mixedGradient.at(0), reader.readingGradient(step - 1));
        }
        if (inputGradient != NO_GRADIENT) {
            inputMix.setValueGradient(mixedGradient.at(0), inputGradient);
        }
    }

    @Override
    public void endBackward() {
        inner.endBackward();
        reader.endBackward();
        inputMix.endBackward();
        outputMix.endBackward();
    }
}
