package io.github.musicgen.api.importer;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.layer;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.readingWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;

/** Writes a bundle's tensors as TensorFlow would have named and ordered them: the inverse of the import, for fixtures. */
public final class MagentaVariables {
    /** What TensorFlow's contributed wrapper reads an output with: a convolution. */
    private static final int CONVOLUTION = 1;

    private static final int[] OUR_BLOCKS = {0, 3, 1, 2}; // i j f o, taken from our i f o j

    private final Bundle bundle;
    private final Names names;
    private final List<Tensor> variables = new ArrayList<>();

    private MagentaVariables(Bundle bundle, Names names) {
        this.bundle = bundle;
        this.names = names;
    }

    /** How names were made at a time. */
    public enum Names {
        /** Since TensorFlow 1.1. */
        TODAY(
                "rnn/",
                "multi_rnn_cell/",
                "cell_%d/",
                "basic_lstm_cell/",
                "basic_rnn_cell/",
                "kernel",
                "bias",
                "attention_cell_wrapper/",
                "attention/",
                "attn_w",
                "attn_v",
                "attn_output_projection/"),

        /** TensorFlow 1.0. */
        EARLY_2017(
                "rnn/",
                "multi_rnn_cell/",
                "cell_%d/",
                "basic_lstm_cell/",
                "basic_rnn_cell/",
                "weights",
                "biases",
                "attention_cell_wrapper/",
                "attention/",
                "attn_w",
                "attn_v",
                "attention_output_projection/"),

        /** Before TensorFlow 1.0. */
        YEAR_2016(
                "RNN/",
                "MultiRNNCell/",
                "Cell%d/",
                "BasicLSTMCell/Linear/",
                "BasicRNNCell/Linear/",
                "Matrix",
                "Bias",
                "AttentionCellWrapper/",
                "Attention/",
                "AttnW",
                "AttnV",
                "AttnOutputProjection/"),

        /** The other LSTM cell of that time, within a scope of somebody's own. */
        LSTM_CELL_OF_2016(
                "mine/RNN/",
                "MultiRNNCell/",
                "Cell%d/",
                "LSTMCell/",
                "BasicRNNCell/Linear/",
                "W_0",
                "B",
                "AttentionCellWrapper/",
                "Attention/",
                "AttnW",
                "AttnV",
                "AttnOutputProjection/");

        private final String root;
        private final String stack;
        private final String cell;
        private final String lstm;
        private final String tanh;
        private final String kernel;
        private final String bias;
        private final String wrapper;
        private final String attention;
        private final String keys;
        private final String score;
        private final String projection;

        Names(String... words) {
            root = words[0];
            stack = words[1];
            cell = words[2];
            lstm = words[3];
            tanh = words[4];
            kernel = words[5];
            bias = words[6];
            wrapper = words[7];
            attention = words[8];
            keys = words[9];
            score = words[10];
            projection = words[11];
        }
    }

    /** The variables of a bundle. */
    public static TensorTable of(Bundle bundle, Names names) {
        MagentaVariables variables = new MagentaVariables(bundle, names);
        variables.addAll();
        return TensorTable.of(variables.variables);
    }

    private void addAll() {
        for (int i = 0; i < bundle.configuration().layers().size(); i++) {
            addCell(i);
        }
        if (bundle.configuration().attention().isPresent()) {
            addAttention();
        }
        variables.add(renamed("fully_connected/weights", tensor(weights(MelodyRnnTensors.OUTPUT))));
        variables.add(renamed("fully_connected/biases", tensor(bias(MelodyRnnTensors.OUTPUT))));
    }

    private void addCell(int index) {
        boolean lstm = bundle.configuration().cell() == CellKind.LSTM;
        String scope = cellScope(index) + (lstm ? names.lstm : names.tanh);
        Tensor kernel = stacked(scope + names.kernel, inputWeights(layer(index)), recurrentWeights(layer(index)));
        Tensor biases = renamed(scope + names.bias, tensor(bias(layer(index))));
        int units = bundle.configuration().layers().get(index);
        variables.add(lstm ? reordered(kernel, units, 0) : kernel);
        variables.add(lstm ? reordered(biases, units, 1) : biases);
    }

    private String cellScope(int index) {
        String cell = names.stack + String.format(names.cell, index);
        if (scope() == Scope.WHOLE) {
            return names.root + names.wrapper + cell;
        }
        return names.root + cell + (scope() == Scope.FIRST && index == 0 ? names.wrapper : "");
    }

    private enum Scope {
        NONE,
        FIRST,
        WHOLE
    }

    private Scope scope() {
        return bundle.configuration()
                .attention()
                .map(attention -> attention.scope() == Attention.Scope.WHOLE_STACK ? Scope.WHOLE : Scope.FIRST)
                .orElse(Scope.NONE);
    }

    private void addAttention() {
        String wrapper = scope() == Scope.WHOLE
                ? names.root + names.wrapper
                : names.root + names.stack + String.format(names.cell, 0) + names.wrapper;
        addMix(wrapper + linear(), MelodyRnnTensors.INPUT_MIX);
        addMix(wrapper + names.projection + linear(), MelodyRnnTensors.OUTPUT_MIX);
        String attention = wrapper + names.attention;
        variables.add(renamed(attention + linear() + kernel(), tensor(weights(MelodyRnnTensors.QUERY))));
        variables.add(renamed(attention + linear() + biasName(), tensor(bias(MelodyRnnTensors.QUERY))));
        Tensor keys = tensor(MelodyRnnTensors.KEYS);
        variables.add(new Tensor(
                attention + names.keys,
                Shape.of(
                        CONVOLUTION,
                        CONVOLUTION,
                        keys.shape().size(0),
                        keys.shape().size(1)),
                keys.values()));
        variables.add(renamed(attention + names.score, tensor(MelodyRnnTensors.SCORE)));
    }

    /** The wrapper's own products were of the usual kind, even around the other LSTM cell. */
    private String kernel() {
        return names.kernel.equals("W_0") ? "Matrix" : names.kernel;
    }

    private String biasName() {
        return names.bias.equals("B") ? "Bias" : names.bias;
    }

    private String linear() {
        return kernel().equals("Matrix") ? "Linear/" : "";
    }

    private void addMix(String scope, String name) {
        variables.add(stacked(scope + kernel(), weights(name), readingWeights(name)));
        variables.add(renamed(scope + biasName(), tensor(bias(name))));
    }

    private Tensor tensor(String name) {
        return bundle.tensors().tensor(name);
    }

    private static Tensor renamed(String name, Tensor tensor) {
        return new Tensor(name, tensor.shape(), tensor.values());
    }

    private Tensor stacked(String name, String upper, String lower) {
        Tensor first = tensor(upper);
        Tensor second = tensor(lower);
        float[] values = new float[first.values().length + second.values().length];
        System.arraycopy(first.values(), 0, values, 0, first.values().length);
        System.arraycopy(second.values(), 0, values, first.values().length, second.values().length);
        int columns = first.shape().size(1);
        return new Tensor(name, Shape.of(values.length / columns, columns), values);
    }

    /** The blocks of an LSTM as TensorFlow has them; part of its forget gate is added at run time there. */
    public static Tensor reordered(Tensor tensor, int units, float forgetBias) {
        float[] ours = tensor.values();
        float[] theirs = new float[ours.length];
        for (int row = 0; row < ours.length; row += 4 * units) {
            for (int block = 0; block < 4; block++) {
                System.arraycopy(ours, row + OUR_BLOCKS[block] * units, theirs, row + block * units, units);
            }
        }
        for (int i = 2 * units; i < 3 * units && forgetBias != 0; i++) {
            theirs[i] -= forgetBias;
        }
        return new Tensor(tensor.name(), tensor.shape(), theirs);
    }
}
