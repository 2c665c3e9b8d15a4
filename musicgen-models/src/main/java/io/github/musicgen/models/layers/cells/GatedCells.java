package io.github.musicgen.models.layers.cells;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.TransposedCopy;
import io.github.musicgen.models.blas.Workspace;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Cells whose gates are functions of {@code x W + h RW + b}: everything but those functions. */
abstract class GatedCells implements Cells {
    private final int inputSize;
    private final int size;
    private final int gates;
    private final GateNames names;
    private final Products products = new Products();
    private final NativeFloats window = new NativeFloats();
    private final Workspace hiddenMemory = new Workspace(); // [steps + 1][size][batch], the first before the first step
    private final Workspace sumMemory = new Workspace(); // [gates * size][batch]
    private final Workspace backMemory = new Workspace(); // [size][batch]

    private int batch;
    private int steps;
    private long hidden;
    private long sums;
    private long back;
    private boolean fromZero;
    private final TransposedCopy inputWeightCopy = new TransposedCopy();
    private final TransposedCopy recurrentWeightCopy = new TransposedCopy();
    private long inputWeightsBack; // the copy, as below
    private long recurrentWeightsBack;
    private long inputWeights;
    private long recurrentWeights;
    private long inputWeightGradient;
    private long recurrentWeightGradient;
    private @Nullable INDArray biasGradient;
    private float @Nullable [] mask;
    private float[] recurrentGradient = {}; // [size * batch]

    /** One array of {@code size * batch} for each gate: the bias, repeated for the whole batch. */
    final float[][] biases;

    /** The gradients of the gates, before their functions, in this step. */
    final float[][] gateGradients;

    private final float[][] biasSums; // [gates][size * batch]

    GatedCells(int inputSize, int size, int gates, GateNames names) {
        this.inputSize = inputSize;
        this.size = size;
        this.gates = gates;
        this.names = names;
        this.biases = new float[gates][0];
        this.gateGradients = new float[gates][0];
        this.biasSums = new float[gates][0];
    }

    /** Makes room for a run. */
    abstract void makeRoom(int stepCount, int length);

    /** Applies the functions of the gates: from {@link #sum} to the output, which is returned. */
    abstract float[] activate(int step, int length);

    /** From the gradient of the output to {@link #gateGradients}. */
    abstract void differentiate(int step, float[] outputGradient, int length);

    /** Copies what a gate has summed up. */
    final void sum(int gate, float[] target, int length) {
        window.at(NativeFloats.plus(sums, (long) gate * length)).get(target, 0, length);
    }

    final void mask(int step, float[] values) {
        float[] factors = mask;
        if (factors != null) {
            Floats.mask(values, factors, step * batch, batch, size * batch);
        }
    }

    @Override
    public final int inputSize() {
        return inputSize;
    }

    @Override
    public final int size() {
        return size;
    }

    /** Values of a step: {@code size * batch}. */
    final int length() {
        return size * batch;
    }

    @Override
    public final void begin(int newBatch, int newSteps) {
        batch = newBatch;
        steps = newSteps;
        int length = Math.multiplyExact(size, batch);
        hidden = hiddenMemory.ofAtLeast((steps + 1L) * length);
        sums = sumMemory.ofAtLeast((long) gates * length);
        back = backMemory.ofAtLeast(length);
        recurrentGradient = Floats.atLeast(recurrentGradient, length);
        for (int gate = 0; gate < gates; gate++) {
            biases[gate] = Floats.atLeast(biases[gate], length);
            gateGradients[gate] = Floats.atLeast(gateGradients[gate], length);
            biasSums[gate] = Floats.atLeast(biasSums[gate], length);
        }
        makeRoom(steps, length);
    }

    @Override
    public final void read(Function<String, INDArray> parameters) {
        inputWeights = ArrayAddress.of(parameters.apply(names.inputWeights()));
        recurrentWeights = ArrayAddress.of(parameters.apply(names.recurrentWeights()));
        float[] bias = new float[gates * size];
        window.at(ArrayAddress.of(parameters.apply(names.bias()))).get(bias, 0, bias.length);
        for (int gate = 0; gate < gates; gate++) {
            Floats.repeat(bias, gate * size, size, batch, biases[gate]);
        }
    }

    @Override
    public final void mask(float @Nullable [] newMask) {
        mask = newMask;
    }

    @Override
    public void remember(Map<String, float[]> memory) {
        float[] before = memory.get(names.hidden());
        fromZero = before == null;
        window.at(hidden).put(before == null ? new float[length()] : before, 0, length());
    }

    final void writeHidden(Map<String, float[]> memory) {
        float[] last = new float[length()];
        window.at(hiddenBefore(steps)).get(last, 0, last.length);
        memory.put(names.hidden(), last);
    }

    private long hiddenBefore(int step) {
        return NativeFloats.plus(hidden, (long) step * length());
    }

    @Override
    public final float[] forward(int step, long input) {
        products.set(input, inputWeights, sums, batch, inputSize, gates * size);
        if (step > 0 || !fromZero) {
            products.add(hiddenBefore(step), recurrentWeights, sums, batch, size, gates * size);
        }
        float[] output = activate(step, length());
        mask(step, output);
        window.at(hiddenBefore(step + 1)).put(output, 0, length());
        return output;
    }

    @Override
    public void beginBackward(Function<String, INDArray> gradients) {
        inputWeightGradient = ArrayAddress.of(gradients.apply(names.inputWeights()));
        recurrentWeightGradient = ArrayAddress.of(gradients.apply(names.recurrentWeights()));
        biasGradient = gradients.apply(names.bias());
        inputWeightsBack = inputWeightCopy.of(inputWeights, inputSize, gates * size);
        recurrentWeightsBack = recurrentWeightCopy.of(recurrentWeights, size, gates * size);
        Arrays.fill(recurrentGradient, 0);
        for (float[] sum : biasSums) {
            Arrays.fill(sum, 0);
        }
    }

    @Override
    public final void backward(int step, float[] outputGradient, long input, long inputGradient) {
        int length = length();
        Floats.add(recurrentGradient, outputGradient, length);
        mask(step, outputGradient);
        differentiate(step, outputGradient, length);
        for (int gate = 0; gate < gates; gate++) {
            Floats.add(gateGradients[gate], biasSums[gate], length);
            window.at(NativeFloats.plus(sums, (long) gate * length)).put(gateGradients[gate], 0, length);
        }
        products.addWeightGradient(input, sums, inputWeightGradient, batch, inputSize, gates * size);
        if (inputGradient != NO_GRADIENT) {
            products.set(sums, inputWeightsBack, inputGradient, batch, gates * size, inputSize);
        }
        if (step > 0 || !fromZero) {
            products.addWeightGradient(hiddenBefore(step), sums, recurrentWeightGradient, batch, size, gates * size);
        }
        if (step > 0 || !fromZero) {
            products.set(sums, recurrentWeightsBack, back, batch, gates * size, size);
            window.at(back).get(recurrentGradient, 0, length);
        }
    }

    /** The gradient of the output before the step that was gone back last; of what was remembered, if that was the first. */
    public final float[] hiddenGradient() {
        return recurrentGradient;
    }

    @Override
    public final void endBackward() {
        float[] sum = new float[gates * size];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Floats.sum(biasSums[i / size], i % size * batch, batch);
        }
        window.at(ArrayAddress.of(Objects.requireNonNull(biasGradient))).put(sum, 0, sum.length);
    }
}
