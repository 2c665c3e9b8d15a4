package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * MusicVAE as its paper and Magenta's sources tell it, in naive loops of doubles on Magenta's own variables: whole kernels, gates i j f o,
 * 1 added to f, the vector joined to every input.
 */
final class NaiveMusicVae {
    private static final String CONDUCTOR = "decoder/hierarchical_level_0";

    private final TensorTable variables;
    private final int bars;
    private final boolean conducted;
    private final String decoder;

    NaiveMusicVae(TensorTable variables, int bars) {
        this.variables = variables;
        this.bars = bars;
        this.conducted = has(CONDUCTOR + "/initial_state");
        this.decoder = conducted ? "core_decoder/decoder" : "decoder";
    }

    private boolean has(String name) {
        return variables.schema().shapes().containsKey(name + "/bias");
    }

    /** The mean of what the encoder is shown at each step, and behind it the deviation. */
    double[] encode(double[][] shown) {
        double[] read = has(encoder("encoder/hierarchical_level_0", 0, "fw"))
                ? last("encoder/hierarchical_level_1", embeddings(shown))
                : last("encoder", shown);
        double[] deviation = dense("encoder/sigma", read);
        return join(
                dense("encoder/mu", read),
                Arrays.stream(deviation).map(x -> Math.log(1 + Math.exp(x))).toArray());
    }

    private double[][] embeddings(double[][] shown) {
        double[][] embeddings = new double[bars][];
        int length = shown.length / bars;
        for (int bar = 0; bar < bars; bar++) {
            double[][] part = Arrays.copyOfRange(shown, bar * length, (bar + 1) * length);
            embeddings[bar] = last("encoder/hierarchical_level_0", part);
        }
        return embeddings;
    }

    private static String encoder(String level, int layer, String direction) {
        return level + "/cell_" + layer + "/bidirectional_rnn/" + direction + "/multi_rnn_cell/cell_0/lstm_cell";
    }

    private double[] last(String level, double[][] inputs) {
        double[][] signal = inputs;
        double[] last = {};
        for (int layer = 0; has(encoder(level, layer, "fw")); layer++) {
            double[][] forward = outputs(encoder(level, layer, "fw"), signal);
            double[][] backward = reversed(outputs(encoder(level, layer, "bw"), reversed(signal)));
            last = join(forward[signal.length - 1], backward[0]);
            double[][] joined = new double[signal.length][];
            Arrays.setAll(joined, step -> join(forward[step], backward[step]));
            signal = joined;
        }
        return last;
    }

    private static double[][] reversed(double[][] steps) {
        double[][] reversed = new double[steps.length][];
        Arrays.setAll(reversed, step -> steps[steps.length - 1 - step]);
        return reversed;
    }

    private double[][] outputs(String name, double[][] inputs) {
        int units = units(name);
        double[][] state = {new double[units], new double[units]};
        double[][] outputs = new double[inputs.length][];
        for (int step = 0; step < inputs.length; step++) {
            state = cell(name, inputs[step], state);
            outputs[step] = state[1];
        }
        return outputs;
    }

    private int units(String name) {
        return variables.tensor(name + "/bias").shape().size(0) / 4;
    }

    /** The scores of each step, when these classes are decoded. */
    double[][] decode(double[] z, int[] classes, int classCount) {
        double[][] scores = new double[classes.length][];
        if (!conducted) {
            decode(z, classes, classCount, 0, classes.length, scores);
            return scores;
        }
        List<double[][]> states = begin(CONDUCTOR + "/initial_state", CONDUCTOR + "/cell_%d/lstm_cell", z);
        int length = classes.length / bars;
        for (int bar = 0; bar < bars; bar++) {
            double[] embedding = step(CONDUCTOR + "/cell_%d/lstm_cell", new double[1], states);
            decode(embedding, classes, classCount, bar * length, (bar + 1) * length, scores);
        }
        return scores;
    }

    private void decode(double[] z, int[] classes, int classCount, int from, int to, double[][] scores) {
        String cells = decoder + "/multi_rnn_cell/cell_%d/lstm_cell";
        List<double[][]> states = begin(decoder + "/z_to_initial_state", cells, z);
        for (int step = from; step < to; step++) {
            double[] event = step == 0 ? new double[classCount] : oneHot(classes[step - 1], classCount);
            scores[step] = dense(decoder + "/output_projection", step(cells, join(event, z), states));
        }
    }

    private List<double[][]> begin(String initialState, String cells, double[] z) {
        double[] initial = Arrays.stream(dense(initialState, z)).map(Math::tanh).toArray();
        List<double[][]> states = new ArrayList<>();
        int place = 0;
        for (int i = 0; has(String.format(cells, i)); i++) {
            int units = units(String.format(cells, i));
            states.add(new double[][] {
                Arrays.copyOfRange(initial, place, place + units),
                Arrays.copyOfRange(initial, place + units, place + 2 * units)
            });
            place += 2 * units;
        }
        return states;
    }

    private double[] step(String cells, double[] input, List<double[][]> states) {
        double[] signal = input;
        for (int i = 0; i < states.size(); i++) {
            states.set(i, cell(String.format(cells, i), signal, states.get(i)));
            signal = states.get(i)[1];
        }
        return signal;
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
