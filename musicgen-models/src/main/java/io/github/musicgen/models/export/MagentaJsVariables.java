package io.github.musicgen.models.export;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a melody model as variables of TensorFlow: one kernel for input and last output of a layer, gates i j f o where
 * ours are i f o j, and forget biases without the 1 that TensorFlow adds when it runs.
 *
 * <p>What was {@code b} in TensorFlow is {@code b + 1} here. {@code (b + 1) - 1 + 1} is {@code b + 1} to the bit for every {@code b}
 * below 2^24, rounded as floats are. A forget bias that never was in TensorFlow comes back the same from 0.5 on; below, it is rounded
 * to the places that the bias less 1 has, so by 2^-25 at most where it is above -1.
 */
final class MagentaJsVariables {
    private static final int GATES = 4;
    private static final int[] BLOCKS_OF_OURS = {0, 3, 1, 2}; // TensorFlow's are our i, j, f, o
    private static final int FORGET_BLOCK = 2; // of TensorFlow's
    private static final float FORGET_BIAS = 1;

    private final TensorTable tensors;
    private final List<Tensor> variables = new ArrayList<>();

    private MagentaJsVariables(TensorTable tensors) {
        this.tensors = tensors;
    }

    static TensorTable of(Bundle bundle) {
        MagentaJsVariables variables = new MagentaJsVariables(bundle.tensors());
        for (int i = 0; i < bundle.configuration().layers().size(); i++) {
            variables.addCells(i);
        }
        variables.add("fully_connected/weights", MelodyRnnTensors.weights(MelodyRnnTensors.OUTPUT));
        variables.add("fully_connected/biases", MelodyRnnTensors.bias(MelodyRnnTensors.OUTPUT));
        return TensorTable.of(variables.variables);
    }

    private void addCells(int index) {
        String cell = "rnn/multi_rnn_cell/cell_" + index + "/basic_lstm_cell/";
        String layer = MelodyRnnTensors.layer(index);
        Tensor input = tensors.tensor(MelodyRnnTensors.inputWeights(layer));
        Tensor recurrent = tensors.tensor(MelodyRnnTensors.recurrentWeights(layer));
        Tensor bias = tensors.tensor(MelodyRnnTensors.bias(layer));
        int units = recurrent.shape().size(0);
        float[] kernel = new float[input.shape().values() + recurrent.shape().values()];
        System.arraycopy(input.values(), 0, kernel, 0, input.values().length);
        System.arraycopy(recurrent.values(), 0, kernel, input.values().length, recurrent.values().length);
        Shape shape = Shape.of(input.shape().size(0) + units, GATES * units);
        variables.add(new Tensor(cell + "kernel", shape, reordered(kernel, units)));
        variables.add(
                new Tensor(cell + "bias", bias.shape(), withoutForgetBias(reordered(bias.values(), units), units)));
    }

    private void add(String variable, String name) {
        Tensor tensor = tensors.tensor(name);
        variables.add(new Tensor(variable, tensor.shape(), tensor.values()));
    }

    private static float[] reordered(float[] values, int units) {
        float[] reordered = new float[values.length];
        for (int row = 0; row < values.length; row += GATES * units) {
            for (int block = 0; block < GATES; block++) {
                System.arraycopy(values, row + BLOCKS_OF_OURS[block] * units, reordered, row + block * units, units);
            }
        }
        return reordered;
    }

    private static float[] withoutForgetBias(float[] bias, int units) {
        for (int i = FORGET_BLOCK * units; i < (FORGET_BLOCK + 1) * units; i++) {
            bias[i] -= FORGET_BIAS;
        }
        return bias;
    }
}
