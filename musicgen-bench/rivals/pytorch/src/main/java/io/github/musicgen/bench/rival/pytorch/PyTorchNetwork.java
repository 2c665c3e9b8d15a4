package io.github.musicgen.bench.rival.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.bench.rival.Gate;
import io.github.musicgen.bench.rival.RivalNetwork;
import io.github.musicgen.bench.rival.RivalWeights;
import java.util.List;

/**
 * DJL's LSTM block, which is one call of PyTorch's for all layers, and its linear block. Each step has a manager of its own, as
 * DJL's guide to memory advises; the states move into that of the next.
 */
final class PyTorchNetwork implements RivalNetwork {
    private final NDManager manager = OneThread.manager();
    private final ParameterStore parameters = new ParameterStore(manager, false);
    private final LSTM lstm;
    private final Linear output;
    private NDList states;

    PyTorchNetwork(Bundle bundle) {
        RivalWeights weights = RivalWeights.of(bundle, Gate.INPUT, Gate.FORGET, Gate.NEW_VALUE, Gate.OUTPUT);
        int layers = weights.layers().size();
        int units = weights.layers().get(0).units();
        this.lstm = Blocks.lstm(layers, units);
        this.output = Blocks.linear(weights.classes());
        lstm.initialize(manager, DataType.FLOAT32, new Shape(1, 1, weights.inputs()));
        output.initialize(manager, DataType.FLOAT32, new Shape(1, units));
        setWeights(weights);
        Shape state = new Shape(layers, 1, units);
        this.states = new NDList(manager.zeros(state), manager.zeros(state));
    }

    /** The parameters of a layer are the weights on its input, those on its output, and the two biases, of which one is ours. */
    private void setWeights(RivalWeights weights) {
        List<Parameter> own = lstm.getDirectParameters().values();
        for (int i = 0; i < weights.layers().size(); i++) {
            RivalWeights.Layer layer = weights.layers().get(i);
            Tensor bias = layer.bias();
            Blocks.set(own.get(4 * i), RivalWeights.transposed(layer.input()));
            Blocks.set(own.get(4 * i + 1), RivalWeights.transposed(layer.recurrent()));
            Blocks.set(own.get(4 * i + 2), bias);
            Blocks.set(
                    own.get(4 * i + 3),
                    new Tensor(bias.name(), bias.shape(), new float[bias.shape().values()]));
        }
        List<Parameter> last = output.getDirectParameters().values();
        Blocks.set(last.get(0), RivalWeights.transposed(weights.output()));
        Blocks.set(last.get(1), weights.outputBias());
    }

    @Override
    public float[] step(float[] input) {
        try (NDManager step = manager.newSubManager()) {
            NDArray shown = step.create(input, new Shape(1, 1, input.length));
            states.attach(step);
            NDList answer = lstm.forward(parameters, new NDList(shown, states.get(0), states.get(1)), false);
            states = new NDList(answer.get(1), answer.get(2));
            states.attach(manager);
            NDArray hidden = answer.get(0).squeeze(1);
            return output.forward(parameters, new NDList(hidden), false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
