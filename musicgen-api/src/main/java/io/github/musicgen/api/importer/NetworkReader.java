package io.github.musicgen.api.importer;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.layer;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.readingWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the variables of a stack of recurrent cells, perhaps within an attention wrapper, into the tensors of a bundle. */
final class NetworkReader {
    private static final String WRAPPER = "attention_cell_wrapper";
    private static final String KERNEL = "/kernel";
    private static final String BIAS = "/bias";
    private static final int VECTOR = 1;
    private static final int MATRIX = 2;
    private static final int CONVOLUTION = 4;

    private final Variables variables;
    private final CellKind cell;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Integer> layers = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    NetworkReader(Variables variables) {
        this.variables = variables;
        this.cell = variables.hasScope("basic_rnn_cell") ? CellKind.TANH : CellKind.LSTM;
    }

    Network read(int attentionLength) throws MalformedModelException {
        Optional<Attention> attention = attentionScope().map(scope -> new Attention(attentionLength, scope));
        int inputs = readCells();
        if (attention.isPresent()) {
            readAttention();
        }
        int classes =
                readDense("fully_connected", MelodyRnnTensors.OUTPUT).shape().size(1);
        for (String scalar : variables.takeScalars()) {
            warnings.add("passed over " + scalar + ", a single number that no network needs");
        }
        variables.requireAllTaken();
        return new Network(TensorTable.of(tensors), inputs, classes, cell, layers, attention, warnings);
    }

    private Optional<Attention.Scope> attentionScope() {
        if (!variables.hasScope(WRAPPER)) {
            return Optional.empty();
        }
        boolean first = variables.hasScope("cell_0/" + WRAPPER);
        return Optional.of(first ? Attention.Scope.FIRST_LAYER : Attention.Scope.WHOLE_STACK);
    }

    /** Gives the width of the first layer's input. */
    private int readCells() throws MalformedModelException {
        int inputs = 0;
        for (Optional<String> scope = cellScope(0); scope.isPresent(); scope = cellScope(layers.size())) {
            int width = readCell(scope.get());
            inputs = layers.size() == 1 ? width : inputs;
        }
        if (layers.isEmpty()) {
            throw variables.malformed("a stack of basic LSTM or basic recurrent cells", "only " + variables.names());
        }
        return inputs;
    }

    private Optional<String> cellScope(int index) {
        String kind = cell == CellKind.LSTM ? "basic_lstm_cell" : "basic_rnn_cell";
        List<String> scopes =
                new ArrayList<>(List.of("cell_" + index + "/" + kind, "cell_" + index + "/" + WRAPPER + "/" + kind));
        if (index == 0 && !variables.hasScope("cell_0")) {
            scopes.add(kind); // one layer, not in a stack
        }
        return scopes.stream().filter(scope -> variables.has(scope + KERNEL)).findFirst();
    }

    /** TensorFlow holds the weights of the input and of the last output as one matrix. Gives the width of the input. */
    private int readCell(String scope) throws MalformedModelException {
        Tensor kernel = variables.take(scope + KERNEL, MATRIX);
        Tensor biases = variables.take(scope + BIAS, VECTOR);
        int gates = cell == CellKind.LSTM ? Gates.COUNT : 1;
        int columns = kernel.shape().size(1);
        int units = columns / gates;
        int inputs = kernel.shape().size(0) - units;
        if (units * gates != columns || units < 1 || inputs < 1) {
            throw variables.malformed(
                    "kernel " + kernel.name() + " of (inputs + units) rows and " + gates + " columns a unit",
                    kernel.shape().toString());
        }
        requireLength(biases, columns);
        String name = layer(layers.size());
        tensors.add(columnsOf(rows(inputWeights(name), kernel, 0, inputs), units));
        tensors.add(columnsOf(rows(recurrentWeights(name), kernel, inputs, units), units));
        Tensor folded = new Tensor(bias(name), biases.shape(), biases.values());
        tensors.add(cell == CellKind.LSTM ? Gates.withForgetBias(Gates.reordered(folded, units), units) : folded);
        layers.add(units);
        return inputs;
    }

    private Tensor columnsOf(Tensor tensor, int units) {
        return cell == CellKind.LSTM ? Gates.reordered(tensor, units) : tensor;
    }

    private void readAttention() throws MalformedModelException {
        readMix(WRAPPER, MelodyRnnTensors.INPUT_MIX);
        readQuery();
        Tensor keys = variables.take(WRAPPER + "/attention/attn_w", CONVOLUTION);
        Shape shape = keys.shape();
        if (shape.size(0) != 1 || shape.size(1) != 1) {
            throw variables.malformed("variable " + keys.name() + " of [1, 1, size, size]", shape.toString());
        }
        tensors.add(new Tensor(MelodyRnnTensors.KEYS, Shape.of(shape.size(2), shape.size(3)), keys.values()));
        tensors.add(renamed(MelodyRnnTensors.SCORE, variables.take(WRAPPER + "/attention/attn_v", VECTOR)));
        readMix(WRAPPER + "/attn_output_projection", MelodyRnnTensors.OUTPUT_MIX);
    }

    /** A mix is one matrix, first the rows of what comes in, then those of what was read. Its output is as wide as what comes in. */
    private void readMix(String scope, String name) throws MalformedModelException {
        Tensor kernel = variables.take(scope + KERNEL, MATRIX);
        Tensor biases = variables.take(scope + BIAS, VECTOR);
        int columns = kernel.shape().size(1);
        int readings = kernel.shape().size(0) - columns;
        if (readings < 1) {
            throw variables.malformed(
                    "variable " + kernel.name() + " of more rows than columns",
                    kernel.shape().toString());
        }
        requireLength(biases, columns);
        tensors.add(rows(weights(name), kernel, 0, columns));
        tensors.add(rows(readingWeights(name), kernel, columns, readings));
        tensors.add(renamed(bias(name), biases));
    }

    /** Magenta.js leaves the bias of the query out of its arithmetic, and some of its folders leave it out altogether. */
    private void readQuery() throws MalformedModelException {
        Tensor kernel = variables.take(WRAPPER + "/attention" + KERNEL, MATRIX);
        int columns = kernel.shape().size(1);
        Optional<Tensor> biases = variables.takeIfThere(WRAPPER + "/attention" + BIAS, VECTOR);
        if (biases.isEmpty()) {
            warnings.add("the query of attention has no bias; zeros are assumed, as Magenta.js does");
        }
        Tensor bias = biases.orElseGet(() -> new Tensor("zeros", Shape.of(columns), new float[columns]));
        requireLength(bias, columns);
        tensors.add(renamed(weights(MelodyRnnTensors.QUERY), kernel));
        tensors.add(renamed(bias(MelodyRnnTensors.QUERY), bias));
    }

    private Tensor readDense(String scope, String name) throws MalformedModelException {
        Tensor kernel = variables.take(scope + KERNEL, MATRIX);
        Tensor biases = variables.take(scope + BIAS, VECTOR);
        requireLength(biases, kernel.shape().size(1));
        tensors.add(renamed(weights(name), kernel));
        tensors.add(renamed(bias(name), biases));
        return kernel;
    }

    private void requireLength(Tensor vector, int length) throws MalformedModelException {
        if (vector.shape().size(0) != length) {
            throw variables.malformed(
                    "variable " + vector.name() + " of " + length + " values",
                    vector.shape().toString());
        }
    }

    private static Tensor renamed(String name, Tensor tensor) {
        return new Tensor(name, tensor.shape(), tensor.values());
    }

    private static Tensor rows(String name, Tensor matrix, int from, int count) {
        int columns = matrix.shape().size(1);
        float[] values = new float[count * columns];
        System.arraycopy(matrix.values(), from * columns, values, 0, values.length);
        return new Tensor(name, Shape.of(count, columns), values);
    }
}
