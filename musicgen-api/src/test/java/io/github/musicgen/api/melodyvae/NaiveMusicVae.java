package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.tensor.TensorTable;
import java.util.Arrays;

/**
 * MusicVAE as its paper and Magenta's sources tell it, in naive loops of doubles on Magenta's own variables: whole kernels, gates i j f o,
 * 1 added to f, the vector joined to every input.
 */
final class NaiveMusicVae {
    private final TensorTable variables;
    private final int layers;

    NaiveMusicVae(TensorTable variables, int layers) {
        this.variables = variables;
        this.layers = layers;
    }

    /** The mean of what the encoder is shown at each step, and behind it the deviation. */
    double[] encode(double[][] shown) {
        double[] forward = last("fw", shown);
        double[][] reversed = new double[shown.length][];
        for (int i = 0; i < shown.length; i++) {
            reversed[i] = shown[shown.length - 1 - i];
        }
        double[] read = join(forward, last("bw", reversed));
        double[] deviation = dense("encoder/sigma", read);
        return join(
                dense("encoder/mu", read),
                Arrays.stream(deviation).map(x -> Math.log(1 + Math.exp(x))).toArray());
    }

    private double[] last(String direction, double[][] shown) {
        String name = "encoder/cell_0/bidirectional_rnn/" + direction + "/multi_rnn_cell/cell_0/lstm_cell";
        int units = variables.tensor(name + "/bias").shape().size(0) / 4;
        double[][] state = {new double[units], new double[units]};
        for (double[] each : shown) {
            state = cell(name, each, state);
        }
        return state[1];
    }

    /** The scores of each step, when these classes are decoded. */
    double[][] decode(double[] z, int[] classes, int classCount) {
        double[] initial = Arrays.stream(dense("decoder/z_to_initial_state", z))
                .map(Math::tanh)
                .toArray();
        double[][][] states = new double[layers][][];
        int place = 0;
        for (int i = 0; i < layers; i++) {
            int units = variables.tensor(decoder(i) + "/bias").shape().size(0) / 4;
            states[i] = new double[][] {
                Arrays.copyOfRange(initial, place, place + units),
                Arrays.copyOfRange(initial, place + units, place + 2 * units)
            };
            place += 2 * units;
        }
        double[][] scores = new double[classes.length][];
        for (int step = 0; step < classes.length; step++) {
            double[] event = step == 0 ? new double[classCount] : oneHot(classes[step - 1], classCount);
            double[] signal = join(event, z);
            for (int i = 0; i < layers; i++) {
                states[i] = cell(decoder(i), signal, states[i]);
                signal = states[i][1];
            }
            scores[step] = dense("decoder/output_projection", signal);
        }
        return scores;
    }

    private static String decoder(int layer) {
        return "decoder/multi_rnn_cell/cell_" + layer + "/lstm_cell";
    }

    private double[][] cell(String name, double[] input, double[][] state) {
        double[] gates = dense(name, join(input, state[1]));
        int units = state[0].length;
        double[] c = new double[units];
        double[] h = new double[units];
        for (int i = 0; i < units; i++) {
            double fresh = Math.tanh(gates[units + i]);
            c[i] = state[0][i] * sigmoid(gates[2 * units + i] + 1) + sigmoid(gates[i]) * fresh;
            h[i] = sigmoid(gates[3 * units + i]) * Math.tanh(c[i]);
        }
        return new double[][] {c, h};
    }

    private double[] dense(String name, double[] input) {
        float[] kernel = variables.tensor(name + "/kernel").values();
        float[] bias = variables.tensor(name + "/bias").values();
        double[] output = new double[bias.length];
        for (int j = 0; j < bias.length; j++) {
            output[j] = bias[j];
            for (int i = 0; i < input.length; i++) {
                output[j] += input[i] * kernel[i * bias.length + j];
            }
        }
        return output;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** What the encoder of melodies is shown: the class of each event. */
    static double[][] oneHot(int[] classes, int classCount) {
        return Arrays.stream(classes).mapToObj(each -> oneHot(each, classCount)).toArray(double[][]::new);
    }

    /** What the encoder of drums is shown: nine columns of the drums struck, and a tenth where none is. */
    static double[][] rolls(int[] events) {
        double[][] rolls = new double[events.length][10];
        for (int step = 0; step < events.length; step++) {
            String bits = new StringBuilder(Integer.toBinaryString(events[step]))
                    .reverse()
                    .toString();
            for (int drum = 0; drum < bits.length(); drum++) {
                rolls[step][drum] = bits.charAt(drum) == '1' ? 1 : 0;
            }
            rolls[step][9] = Arrays.stream(rolls[step]).sum() == 0 ? 1 : 0;
        }
        return rolls;
    }

    private static double[] oneHot(int index, int size) {
        double[] values = new double[size];
        values[index] = 1;
        return values;
    }

    private static double[] join(double[] first, double[] second) {
        double[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
