package io.github.musicgen.models.export;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** The oracle: one run of a melody network in naive loops of doubles, written from the papers and not from the engine. */
final class DoubleNetwork {
    private final Bundle bundle;
    private final MelodyRnnConfiguration configuration;
    private final double[][] cells; // [layer][units]
    private final double[][] outputs; // [layer][units]
    private double[] reading = {}; // [size]
    private double[][] remembered = {}; // [length][size], oldest first

    DoubleNetwork(Bundle bundle) {
        this.bundle = bundle;
        this.configuration = bundle.configuration();
        List<Integer> layers = configuration.layers();
        cells = layers.stream().map(double[]::new).toArray(double[][]::new);
        outputs = layers.stream().map(double[]::new).toArray(double[][]::new);
        configuration.attention().ifPresent(attention -> {
            reading = new double[layers.get(inside(attention) - 1)];
            remembered = new double[attention.length()][reading.length];
        });
    }

    private int inside(Attention attention) {
        return attention.scope() == Attention.Scope.FIRST_LAYER
                ? 1
                : configuration.layers().size();
    }

    double[] step(double[] input) {
        int inside = configuration.attention().map(this::inside).orElse(0);
        double[] signal = inside > 0 ? attend(input, inside) : input;
        signal = run(signal, inside, outputs.length);
        return dense(MelodyRnnTensors.OUTPUT, signal);
    }

    private double[] run(double[] input, int from, int to) {
        double[] signal = input;
        for (int i = from; i < to; i++) {
            signal = cell(signal, i);
        }
        return signal;
    }

    private double[] cell(double[] input, int index) {
        String layer = MelodyRnnTensors.layer(index);
        double[] sums = product(input, MelodyRnnTensors.inputWeights(layer));
        add(sums, product(outputs[index], MelodyRnnTensors.recurrentWeights(layer)));
        add(sums, bias(layer));
        int units = outputs[index].length;
        for (int k = 0; k < units; k++) {
            if (configuration.cell() == CellKind.TANH) {
                outputs[index][k] = Math.tanh(sums[k]);
            } else {
                double in = sigmoid(sums[k]);
                double forget = sigmoid(sums[units + k]);
                double out = sigmoid(sums[2 * units + k]);
                cells[index][k] = forget * cells[index][k] + in * Math.tanh(sums[3 * units + k]);
                outputs[index][k] = out * Math.tanh(cells[index][k]);
            }
        }
        return outputs[index];
    }

    private double[] attend(double[] input, int inside) {
        double[] hidden = run(mix(MelodyRnnTensors.INPUT_MIX, input), 0, inside);
        double[] query = dense(MelodyRnnTensors.QUERY, memory(inside));
        double[] shares = softmax(Arrays.stream(remembered)
                .mapToDouble(past -> score(past, query))
                .toArray());
        reading = new double[reading.length];
        for (int t = 0; t < remembered.length; t++) {
            for (int k = 0; k < reading.length; k++) {
                reading[k] += shares[t] * remembered[t][k];
            }
        }
        double[] output = mix(MelodyRnnTensors.OUTPUT_MIX, hidden);
        System.arraycopy(remembered, 1, remembered, 0, remembered.length - 1);
        remembered[remembered.length - 1] = output;
        return output;
    }

    private double[] memory(int inside) {
        double[] memory = {};
        for (int i = 0; i < inside; i++) {
            memory = configuration.cell() == CellKind.LSTM ? join(memory, cells[i]) : memory;
            memory = join(memory, outputs[i]);
        }
        return memory;
    }

    private double score(double[] past, double[] query) {
        double[] key = product(past, MelodyRnnTensors.KEYS);
        float[] weights = bundle.tensors().tensor(MelodyRnnTensors.SCORE).values();
        double score = 0;
        for (int k = 0; k < key.length; k++) {
            score += weights[k] * Math.tanh(key[k] + query[k]);
        }
        return score;
    }

    private double[] mix(String scope, double[] signal) {
        double[] mixed = dense(scope, signal);
        add(mixed, product(reading, MelodyRnnTensors.readingWeights(scope)));
        return mixed;
    }

    private double[] dense(String scope, double[] input) {
        double[] result = product(input, MelodyRnnTensors.weights(scope));
        add(result, bias(scope));
        return result;
    }

    private double[] bias(String scope) {
        float[] values = bundle.tensors().tensor(MelodyRnnTensors.bias(scope)).values();
        double[] bias = new double[values.length];
        for (int k = 0; k < bias.length; k++) {
            bias[k] = values[k];
        }
        return bias;
    }

    private double[] product(double[] input, String name) {
        Tensor weights = bundle.tensors().tensor(name);
        int columns = weights.shape().size(1);
        double[] result = new double[columns];
        for (int i = 0; i < input.length; i++) {
            for (int k = 0; k < columns; k++) {
                result[k] += input[i] * weights.values()[i * columns + k];
            }
        }
        return result;
    }

    private static void add(double[] sum, double[] addend) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += addend[k];
        }
    }

    private static double[] join(double[] first, double[] second) {
        double[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static double[] softmax(double[] scores) {
        double highest = Arrays.stream(scores).max().orElseThrow();
        double[] powers =
                Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
