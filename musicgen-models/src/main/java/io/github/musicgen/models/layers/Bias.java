package io.github.musicgen.models.layers;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.layers.cells.ArrayAddress;
import io.github.musicgen.models.layers.cells.Floats;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A bias, repeated for the whole batch, and its gradient, summed up over the batch when all steps are done. */
final class Bias {
    private final String name;
    private final int size;
    private final NativeFloats window = new NativeFloats();
    private int batch;
    private float[] values = {}; // [size * batch]
    private float[] sums = {}; // [size * batch]
    private float[] step = {}; // [size * batch]
    private @Nullable INDArray gradient;

    Bias(String name, int size) {
        this.name = name;
        this.size = size;
    }

    void read(Function<String, INDArray> parameters, int newBatch) {
        batch = newBatch;
        values = Floats.atLeast(values, size * batch);
        float[] once = new float[size];
        window.at(ArrayAddress.of(parameters.apply(name))).get(once, 0, size);
        Floats.repeat(once, 0, size, batch, values);
    }

    /** The bias of the whole batch. */
    float[] values() {
        return values;
    }

    void copyTo(long address) {
        window.at(address).put(values, 0, size * batch);
    }

    void beginBackward(Function<String, INDArray> gradients) {
        gradient = gradients.apply(name);
        sums = Floats.atLeast(sums, size * batch);
        step = Floats.atLeast(step, size * batch);
        Arrays.fill(sums, 0);
    }

    /** Where the gradients of all steps are added up. */
    float[] sums() {
        return sums;
    }

    /** Adds the gradient of a step. */
    void add(long address) {
        window.at(address).get(step, 0, size * batch);
        Floats.add(step, sums, size * batch);
    }

    void endBackward() {
        float[] total = new float[size];
        for (int i = 0; i < size; i++) {
            total[i] = Floats.sum(sums, i * batch, batch);
        }
        window.at(ArrayAddress.of(Objects.requireNonNull(gradient))).put(total, 0, size);
    }
}
