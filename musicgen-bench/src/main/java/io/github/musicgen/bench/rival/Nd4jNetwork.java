package io.github.musicgen.bench.rival;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.bench.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Operations of ND4J in place, as its guide advises, on row vectors in 'f' order, into which products go without a copy. */
final class Nd4jNetwork implements RivalNetwork {
    private final List<Layer> layers = new ArrayList<>();
    private final INDArray output;
    private final INDArray outputBias;
    private final INDArray scores;

    Nd4jNetwork(Bundle bundle) {
        TrainedNetwork.useOneThread();
        RivalWeights weights = RivalWeights.of(bundle, Gate.INPUT, Gate.FORGET, Gate.OUTPUT, Gate.NEW_VALUE);
        weights.layers().forEach(layer -> layers.add(new Layer(layer)));
        this.output = matrix(weights.output());
        this.outputBias = rowOf(weights.outputBias());
        this.scores = row(weights.classes());
    }

    private static INDArray matrix(Tensor tensor) {
        Shape shape = tensor.shape();
        return Nd4j.createFromArray(tensor.values())
                .reshape('c', shape.size(0), shape.size(1))
                .dup('f');
    }

    private static INDArray rowOf(Tensor tensor) {
        return row(tensor.shape().size(0)).assign(Nd4j.createFromArray(tensor.values()));
    }

    private static INDArray row(int columns) {
        return Nd4j.create(DataType.FLOAT, new long[] {1, columns}, 'f');
    }

    @Override
    public float[] step(float[] input) {
        INDArray signal = Nd4j.createFromArray(input).reshape(1, input.length);
        for (Layer layer : layers) {
            signal = layer.step(signal);
        }
        signal.mmuli(output, scores).addi(outputBias);
        return scores.toFloatVector();
    }

    @Override
    public void close() {}

    private static final class Layer {
        private final INDArray input; // [inputs, 4 * units]
        private final INDArray recurrent; // [units, 4 * units]
        private final INDArray bias; // [1, 4 * units]
        private final INDArray gates; // [1, 4 * units]: i f o j
        private final INDArray ofHidden; // [1, 4 * units]
        private final INDArray cell; // [1, units]
        private final INDArray hidden; // [1, units]
        private final INDArray sigmoids;
        private final INDArray[] blocks; // views of the gates

        Layer(RivalWeights.Layer weights) {
            int units = weights.units();
            this.input = matrix(weights.input());
            this.recurrent = matrix(weights.recurrent());
            this.bias = rowOf(weights.bias());
            this.gates = row(4 * units);
            this.ofHidden = row(4 * units);
            this.cell = row(units);
            this.hidden = row(units);
            this.sigmoids = gates.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3L * units));
            this.blocks = new INDArray[Gate.values().length];
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] =
                        gates.get(NDArrayIndex.all(), NDArrayIndex.interval((long) i * units, (long) (i + 1) * units));
            }
        }

        INDArray step(INDArray signal) {
            signal.mmuli(input, gates);
            hidden.mmuli(recurrent, ofHidden);
            gates.addi(ofHidden).addi(bias);
            Transforms.sigmoid(sigmoids, false);
            INDArray written = Transforms.tanh(blocks[Gate.NEW_VALUE.block()], false);
            written.muli(blocks[Gate.INPUT.block()]);
            cell.muli(blocks[Gate.FORGET.block()]).addi(written);
            hidden.assign(cell);
            Transforms.tanh(hidden, false).muli(blocks[Gate.OUTPUT.block()]);
            return hidden;
        }
    }
}
