package io.github.musicgen.bench.rival;

import io.github.musicgen.representation.encoding.StepEncoder;
import java.util.Arrays;

/** What a network is shown at a step, zeros written out: all rivals take an array. */
final class ShownInput {
    private final float[] values; // [inputSize]

    ShownInput(int size) {
        this.values = new float[size];
    }

    /** Good until the next call. */
    float[] of(StepEncoder encoder) {
        Arrays.fill(values, 0);
        encoder.writeInput((index, value) -> values[index] += value);
        return values;
    }
}
