package io.github.musicgen.bench.rival.pytorch;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import io.github.musicgen.api.tensor.Tensor;
import java.util.stream.IntStream;

/** What networks of DJL are made of. */
final class Blocks {
    private Blocks() {}

    /** Layers of PyTorch's LSTM; it gives back outputs, hidden states and cells. */
    static LSTM lstm(int layers, int units) {
        return LSTM.builder()
                .setNumLayers(layers)
                .setStateSize(units)
                .optBatchFirst(true)
                .optReturnState(true)
                .build();
    }

    static Linear linear(int classes) {
        return Linear.builder().setUnits(classes).build();
    }

    static Shape shape(Tensor tensor) {
        return new Shape(IntStream.range(0, tensor.shape().rank())
                .mapToLong(tensor.shape()::size)
                .toArray());
    }

    /** Gives a parameter that is there the values of a tensor of its shape. */
    static void set(Parameter parameter, Tensor tensor) {
        if (!parameter.getShape().equals(shape(tensor))) {
            throw new IllegalStateException(
                    parameter.getName() + " must be " + parameter.getShape() + ", but " + tensor + " was not");
        }
        parameter.getArray().set(tensor.values());
    }
}
