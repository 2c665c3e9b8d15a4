package io.github.musicgen.models.export;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.readingWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a melody network in the operators of ONNX: the arithmetic of {@code LstmLayer}, {@code TanhLayer} and
 * {@code AttentionLayer} of the engine. Weights go by the names that they have in bundles.
 */
final class OnnxNetwork {
    private static final String SECOND = "second"; // [1], where a slice begins: behind the oldest
    private static final String END = "end"; // [1], where it ends
    private static final String AXIS = "axis_behind_batch"; // [1]

    private final MelodyRnnConfiguration configuration;
    private final OnnxGraph graph;
    private final List<String> memory = new ArrayList<>(); // cell, then output, of each layer so far

    OnnxNetwork(MelodyRnnConfiguration configuration, OnnxGraph graph) {
        this.configuration = configuration;
        this.graph = graph;
    }

    void addStep() {
        SequenceEncoding encoding = configuration.encoding();
        String input = graph.input("input", "what is shown of the melody so far", encoding.inputSize());
        String logits = graph.output("logits", "scores of the classes of the next event", encoding.classCount());
        int layers = configuration.layers().size();
        String last = configuration
                .attention()
                .map(attention -> addAttention(input, attention))
                .orElseGet(() -> addLayers(input, 0, layers));
        graph.node("Gemm", logits, last, weights(MelodyRnnTensors.OUTPUT), bias(MelodyRnnTensors.OUTPUT));
    }

    /** What a run remembers: given by one step, taken by the next. */
    private String state(String name, String meaning, int... sizes) {
        graph.input(name, meaning + ", from the last step; zeros at the start", sizes);
        graph.output(next(name), meaning + ", for the next step", sizes);
        return name;
    }

    private static String next(String state) {
        return "next_" + state;
    }

    private String addLayers(String input, int from, int to) {
        String signal = input;
        for (int i = from; i < to; i++) {
            signal = configuration.cell() == CellKind.LSTM ? addLstm(signal, i) : addTanh(signal, i);
        }
        return signal;
    }

    // --- cells
    // ------------------------------------------------------------------------------------------------------------

    private String addLstm(String input, int index) {
        int units = configuration.layers().get(index);
        String layer = MelodyRnnTensors.layer(index);
        String cell = state("layer_" + index + "_cell", "cells of layer " + index, units);
        String output = state("layer_" + index + "_output", "output of layer " + index, units);
        String gates = addSums(layer + ".gates", input, output, index); // [batch, 4 * units]: i f o j
        String sizes = graph.numbers(layer + ".blocks", (long) units, (long) units, (long) units, (long) units);
        String i = layer + ".input_gate";
        String f = layer + ".forget_gate";
        String o = layer + ".output_gate";
        String j = layer + ".new_value";
        graph.split(gates, sizes, List.of(i + ".sum", f + ".sum", o + ".sum", j + ".sum"));
        graph.node("Sigmoid", i, i + ".sum");
        graph.node("Sigmoid", f, f + ".sum");
        graph.node("Sigmoid", o, o + ".sum");
        graph.node("Tanh", j, j + ".sum");
        String kept = graph.node("Mul", layer + ".kept", f, cell);
        String written = graph.node("Mul", layer + ".written", i, j);
        memory.add(graph.node("Add", next(cell), kept, written));
        String shown = graph.node("Tanh", layer + ".shown", next(cell));
        memory.add(graph.node("Mul", next(output), o, shown));
        return next(output);
    }

    private String addTanh(String input, int index) {
        String output = state(
                "layer_" + index + "_output",
                "output of layer " + index,
                configuration.layers().get(index));
        String sums = addSums(MelodyRnnTensors.layer(index) + ".sum", input, output, index);
        memory.add(graph.node("Tanh", next(output), sums));
        return next(output);
    }

    private String addSums(String result, String input, String output, int index) {
        String layer = MelodyRnnTensors.layer(index);
        String ofInput = graph.node("Gemm", result + ".of_input", input, inputWeights(layer), bias(layer));
        return graph.node("Gemm", result, output, recurrentWeights(layer), ofInput);
    }

    // --- attention
    // --------------------------------------------------------------------------------------------------------

    private String addAttention(String input, Attention attention) {
        int layers = configuration.layers().size();
        int inside = attention.scope() == Attention.Scope.FIRST_LAYER ? 1 : layers;
        int size = configuration.layers().get(inside - 1);
        String reading = state("attention_reading", "what attention read", size);
        String outputs =
                state("attention_outputs", "the last outputs within attention, oldest first", attention.length(), size);
        graph.numbers(AXIS, 1L);
        String mixed = addMix("attention.input", MelodyRnnTensors.INPUT_MIX, input, reading);
        String hidden = addLayers(mixed, 0, inside);
        addReading(outputs, next(reading));
        String output = addMix("attention.output", MelodyRnnTensors.OUTPUT_MIX, hidden, next(reading));
        addMemory(outputs, output, attention.length());
        return addLayers(output, inside, layers);
    }

    private String addMix(String result, String scope, String input, String reading) {
        String ofInput = graph.node("Gemm", result + ".of_signal", input, weights(scope), bias(scope));
        return graph.node("Gemm", result, reading, readingWeights(scope), ofInput);
    }

    /** The mean of the outputs [batch, length, size], weighted by how well they answer the query. */
    private void addReading(String outputs, String result) {
        String state = graph.nodeAlongAxis("Concat", "attention.memory", memory.toArray(String[]::new));
        String query = graph.node(
                "Gemm", "attention.asked", state, weights(MelodyRnnTensors.QUERY), bias(MelodyRnnTensors.QUERY));
        String asked = graph.node("Unsqueeze", "attention.asked.of_each", query, AXIS); // [batch, 1, size]
        String keys = graph.node("MatMul", "attention.keys.of_each", outputs, MelodyRnnTensors.KEYS);
        String sums = graph.node("Add", "attention.comparison.sum", keys, asked);
        String compared = graph.node("Tanh", "attention.comparison", sums); // [batch, length, size]
        String column = graph.node(
                "Unsqueeze",
                "attention.score.column",
                MelodyRnnTensors.SCORE,
                AXIS); // [size, 1]: a vector has no batch
        String scores = graph.node("MatMul", "attention.scores", compared, column); // [batch, length, 1]
        String shares = graph.nodeAlongAxis("Softmax", "attention.shares", scores);
        String weighted = graph.node("Mul", "attention.weighted", outputs, shares);
        graph.sum(result, weighted, AXIS);
    }

    /** The newest output takes the place of the oldest. */
    private void addMemory(String outputs, String output, int length) {
        if (length == 1) {
            graph.node("Unsqueeze", next(outputs), output, AXIS);
            return;
        }
        graph.numbers(SECOND, 1L);
        graph.numbers(END, Long.MAX_VALUE);
        String kept = graph.node("Slice", "attention.outputs.kept", outputs, SECOND, END, AXIS);
        String newest = graph.node("Unsqueeze", "attention.outputs.newest", output, AXIS);
        graph.nodeAlongAxis("Concat", next(outputs), kept, newest);
    }
}
