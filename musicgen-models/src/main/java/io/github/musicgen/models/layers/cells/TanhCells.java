package io.github.musicgen.models.layers.cells;

import java.util.LinkedHashMap;
import java.util.Map;

/** Simple recurrent cells: {@code h' = tanh(x W + h RW + b)}. */
public final class TanhCells extends GatedCells {
    /** How many gates a cell has. */
    public static final int GATES = 1;

    private float[][] outputs = {}; // [steps][size * batch]

    /**
     * Cells of a layer.
     *
     * @param inputSize width of the input
     * @param size how many cells
     * @param names what the parameters are called
     */
    public TanhCells(int inputSize, int size, GateNames names) {
        super(inputSize, size, GATES, names);
    }

    @Override
    void makeRoom(int steps, int length) {
        outputs = Floats.atLeast(outputs, steps, length);
    }

    @Override
    public Map<String, float[]> memory() {
        Map<String, float[]> memory = new LinkedHashMap<>();
        writeHidden(memory);
        return memory;
    }

    @Override
    float[] activate(int step, int length) {
        sum(0, outputs[step], length);
        Curves.tanh(outputs[step], biases[0], length);
        return outputs[step];
    }

    @Override
    void differentiate(int step, float[] outputGradient, int length) {
        slope(outputGradient, outputs[step], gateGradients[0], length);
    }

    private static void slope(float[] outputGradient, float[] output, float[] gradient, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] = outputGradient[i] * (1 - output[i] * output[i]);
        }
    }
}
