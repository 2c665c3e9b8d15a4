package io.github.musicgen.bench.rival.tensorflow;

import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.bench.rival.RivalWeights;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Constant;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** One step as a graph: the operations of TensorFlow's {@code BasicLSTMCell}, with the weights as constants. */
final class StepGraph {
    final Graph graph = new Graph();
    final Placeholder<TFloat32> input;
    final List<State> states = new ArrayList<>(); // cell, then output, of each layer
    final Operand<TFloat32> scores;

    private final Ops ops = Ops.create(graph);

    /** What one step gives to the next. */
    record State(int units, Placeholder<TFloat32> fed, Operand<TFloat32> next) {}

    /** The graph of weights whose blocks are i j f o. */
    StepGraph(RivalWeights weights) {
        this.input = placeholder(weights.inputs());
        Operand<TFloat32> signal = input;
        for (RivalWeights.Layer layer : weights.layers()) {
            signal = addLayer(signal, layer);
        }
        this.scores =
                ops.nn.biasAdd(ops.linalg.matMul(signal, constant(weights.output())), constant(weights.outputBias()));
    }

    private Placeholder<TFloat32> placeholder(int columns) {
        return ops.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, columns)));
    }

    private Constant<TFloat32> constant(Tensor tensor) {
        long[] sizes = new long[tensor.shape().rank()];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = tensor.shape().size(axis);
        }
        return ops.constant(Shape.of(sizes), DataBuffers.of(tensor.values(), true, false));
    }

    private Operand<TFloat32> addLayer(Operand<TFloat32> signal, RivalWeights.Layer layer) {
        Placeholder<TFloat32> cell = placeholder(layer.units());
        Placeholder<TFloat32> output = placeholder(layer.units());
        // The kernel of the cell is for its input and its last output, joined.
        Operand<TFloat32> kernel =
                ops.concat(List.of(constant(layer.input()), constant(layer.recurrent())), ops.constant(0));
        Operand<TFloat32> joined = ops.concat(List.of(signal, output), ops.constant(1));
        Operand<TFloat32> sums = ops.nn.biasAdd(ops.linalg.matMul(joined, kernel), constant(layer.bias()));
        List<? extends Operand<TFloat32>> gates =
                ops.split(ops.constant(1), sums, 4L).output();
        Operand<TFloat32> written = ops.math.mul(ops.math.sigmoid(gates.get(0)), ops.math.tanh(gates.get(1)));
        Operand<TFloat32> kept = ops.math.mul(ops.math.sigmoid(gates.get(2)), cell);
        Operand<TFloat32> nextCell = ops.math.add(kept, written);
        Operand<TFloat32> nextOutput = ops.math.mul(ops.math.tanh(nextCell), ops.math.sigmoid(gates.get(3)));
        states.add(new State(layer.units(), cell, nextCell));
        states.add(new State(layer.units(), output, nextOutput));
        return nextOutput;
    }
}
