package io.github.musicgen.bench.rival.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.bench.rival.Gate;
import io.github.musicgen.bench.rival.RivalNetwork;
import io.github.musicgen.bench.rival.RivalWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells spelled out in operations. PyTorch's own LSTM goes through oneDNN, which lays all weights anew at every call; over a
 * sequence that does not show, over a single step it is most of the time.
 */
final class PyTorchCells implements RivalNetwork {
    private final NDManager manager = OneThread.manager();
    private final List<Cells> layers = new ArrayList<>();
    private final NDArray output; // [classes, units]
    private final NDArray outputBias; // [classes]

    PyTorchCells(Bundle bundle) {
        RivalWeights weights = RivalWeights.of(bundle, Gate.INPUT, Gate.FORGET, Gate.OUTPUT, Gate.NEW_VALUE);
        weights.layers().forEach(layer -> layers.add(new Cells(layer)));
        this.output = array(RivalWeights.transposed(weights.output()));
        this.outputBias = array(weights.outputBias());
    }

    private NDArray array(Tensor tensor) {
        return manager.create(tensor.values(), Blocks.shape(tensor));
    }

    @Override
    public float[] step(float[] input) {
        try (NDManager step = manager.newSubManager()) {
            NDArray signal = step.create(input, new Shape(1, input.length));
            for (Cells layer : layers) {
                signal = layer.step(signal, step);
            }
            float[] scores =
                    Linear.linear(signal, output, outputBias).singletonOrThrow().toFloatArray();
            layers.forEach(Cells::keep);
            return scores;
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    private final class Cells {
        private final NDArray inputWeights; // [4 * units, inputs]
        private final NDArray recurrentWeights; // [4 * units, units]
        private final NDArray bias; // [4 * units]
        private final int units;
        private NDArray cell; // [1, units]
        private NDArray hidden; // [1, units]

        Cells(RivalWeights.Layer layer) {
            this.units = layer.units();
            this.inputWeights = array(RivalWeights.transposed(layer.input()));
            this.recurrentWeights = array(RivalWeights.transposed(layer.recurrent()));
            this.bias = array(layer.bias());
            this.cell = manager.zeros(new Shape(1, units));
            this.hidden = manager.zeros(new Shape(1, units));
        }

        NDArray step(NDArray signal, NDManager step) {
            cell.attach(step);
            hidden.attach(step);
            NDArray sums = Linear.linear(signal, inputWeights, bias)
                    .singletonOrThrow()
                    .addi(Linear.linear(hidden, recurrentWeights).singletonOrThrow());
            NDList parts = sums.split(new long[] {3L * units}, 1);
            NDList gates = Activation.sigmoid(parts.get(0)).split(3, 1);
            NDArray written = parts.get(1).tanh().muli(gates.get(Gate.INPUT.block()));
            cell = gates.get(Gate.FORGET.block()).mul(cell).addi(written);
            hidden = cell.tanh().muli(gates.get(Gate.OUTPUT.block()));
            return hidden;
        }

        /** The states outlive the step. */
        void keep() {
            cell.attach(manager);
            hidden.attach(manager);
        }
    }
}
