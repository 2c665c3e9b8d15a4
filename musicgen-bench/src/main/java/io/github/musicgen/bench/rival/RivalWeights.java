package io.github.musicgen.bench.rival;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a stack of LSTM layers, as rivals want them. Rows are inputs, columns outputs.
 *
 * @param layers from the input on
 * @param output {@code units of the last layer x classes}
 * @param outputBias {@code classes}
 */
public record RivalWeights(List<Layer> layers, Tensor output, Tensor outputBias) {
    /**
     * One layer.
     *
     * @param input {@code inputs x 4 units}
     * @param recurrent {@code units x 4 units}
     * @param bias {@code 4 units}
     */
    public record Layer(Tensor input, Tensor recurrent, Tensor bias) {
        public int inputs() {
            return input.shape().size(0);
        }

        public int units() {
            return recurrent.shape().size(0);
        }
    }

    /**
     * The weights of a bundle.
     *
     * @param bundle without attention
     * @param order of the blocks of columns
     */
    public static RivalWeights of(Bundle bundle, Gate... order) {
        if (bundle.configuration().attention().isPresent()) {
            throw new IllegalArgumentException(
                    "layers must be LSTM alone, but " + bundle.card().id() + " has attention");
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < bundle.configuration().layers().size(); i++) {
            String scope = MelodyRnnTensors.layer(i);
            layers.add(new Layer(
                    reordered(bundle, MelodyRnnTensors.inputWeights(scope), order),
                    reordered(bundle, MelodyRnnTensors.recurrentWeights(scope), order),
                    reordered(bundle, MelodyRnnTensors.bias(scope), order)));
        }
        return new RivalWeights(
                layers,
                bundle.tensors().tensor(MelodyRnnTensors.weights(MelodyRnnTensors.OUTPUT)),
                bundle.tensors().tensor(MelodyRnnTensors.bias(MelodyRnnTensors.OUTPUT)));
    }

    private static Tensor reordered(Bundle bundle, String name, Gate... order) {
        Tensor tensor = bundle.tensors().tensor(name);
        Shape shape = tensor.shape();
        return new Tensor(name, shape, Gate.reordered(tensor.values(), shape.size(shape.rank() - 1), order));
    }

    public int inputs() {
        return layers.get(0).inputs();
    }

    public int classes() {
        return outputBias.shape().size(0);
    }

    /** The same matrix with rows as columns. */
    public static Tensor transposed(Tensor matrix) {
        int rows = matrix.shape().size(0);
        int columns = matrix.shape().size(1);
        float[] values = matrix.values();
        float[] transposed = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = values[row * columns + column];
            }
        }
        return new Tensor(matrix.name(), Shape.of(columns, rows), transposed);
    }
}
