package io.github.musicgen.api.weights;

import io.github.musicgen.api.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A melody network as TensorFlow computes it, in naive loops of doubles: LSTM layers, the first few of them perhaps within an
 * attention wrapper, then a dense layer and softmax. It holds the state of one generation.
 */
final class ReferenceNetwork {
    private final List<Cell> cells;
    private final @Nullable Attention attention;
    private final Dense output;

    ReferenceNetwork(List<Cell> cells, @Nullable Attention attention, Dense output) {
        this.cells = cells;
        this.attention = attention;
        this.output = output;
    }

    /** Feeds one input and gives the probabilities of the classes. */
    double[] step(double[] input) {
        double[] signal = input;
        int wrapped = 0;
        if (attention != null) {
            wrapped = attention.cells;
            signal = attention.step(input, cells.subList(0, wrapped));
        }
        for (Cell cell : cells.subList(wrapped, cells.size())) {
            signal = cell.step(signal);
        }
        return softmax(output.apply(signal));
    }

    static double[] softmax(double[] logits) {
        double max = Arrays.stream(logits).max().orElseThrow();
        double[] powers =
                Arrays.stream(logits).map(logit -> Math.exp(logit - max)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static double[] join(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /** A matrix and a bias: {@code y = x W + b}. */
    static final class Dense {
        private final float[] weights; // [inputs * outputs]
        private final float[] bias; // [outputs]

        Dense(Tensor weights, Tensor bias) {
            this.weights = weights.values();
            this.bias = bias.values();
        }

        double[] apply(double[] input) {
            double[] result = new double[bias.length];
            for (int j = 0; j < bias.length; j++) {
                result[j] = bias[j];
                for (int i = 0; i < input.length; i++) {
                    result[j] += input[i] * weights[i * bias.length + j];
                }
            }
            return result;
        }
    }

    /** An LSTM layer with TensorFlow's gates i, j, f, o; 1 is added to f. */
    static final class Cell {
        private final Dense gates;
        private final int size;
        private double[] c; // [size]
        private double[] h; // [size]

        Cell(Tensor kernel, Tensor bias) {
            this.gates = new Dense(kernel, bias);
            this.size = bias.values().length / 4;
            this.c = new double[size];
            this.h = new double[size];
        }

        double[] step(double[] input) {
            double[] z = gates.apply(join(input, h));
            double[] nextC = new double[size];
            double[] nextH = new double[size];
            for (int k = 0; k < size; k++) {
                nextC[k] = c[k] * sigmoid(z[2 * size + k] + 1) + sigmoid(z[k]) * Math.tanh(z[size + k]);
                nextH[k] = Math.tanh(nextC[k]) * sigmoid(z[3 * size + k]);
            }
            c = nextC;
            h = nextH;
            return h;
        }

        private static double sigmoid(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    }

    /** An attention wrapper around the first cells, which looks back over its own last outputs. */
    static final class Attention {
        private final int cells;
        private final Dense input;
        private final Dense query;
        private final Dense result;
        private final float[] memoryWeights; // [size * size]
        private final float[] v; // [size]
        private final double[][] memory; // [length][size]
        private double[] attended; // [size]

        Attention(int cells, int length, Dense input, Dense query, Dense result, Tensor memoryWeights, Tensor v) {
            this.cells = cells;
            this.input = input;
            this.query = query;
            this.result = result;
            this.memoryWeights = memoryWeights.values();
            this.v = v.values();
            this.memory = new double[length][this.v.length];
            this.attended = new double[this.v.length];
        }

        double[] step(double[] x, List<Cell> wrapped) {
            double[] signal = input.apply(join(x, attended));
            double[] state = {};
            for (Cell cell : wrapped) {
                signal = cell.step(signal);
                state = join(state, cell.c, cell.h);
            }
            attended = attend(query.apply(state));
            double[] output = result.apply(join(signal, attended));
            System.arraycopy(memory, 1, memory, 0, memory.length - 1);
            memory[memory.length - 1] = output;
            return output;
        }

        private double[] attend(double[] y) {
            double[] shares = softmax(
                    Arrays.stream(memory).mapToDouble(past -> score(past, y)).toArray());
            double[] sum = new double[v.length];
            for (int t = 0; t < memory.length; t++) {
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += shares[t] * memory[t][k];
                }
            }
            return sum;
        }

        private double score(double[] past, double[] y) {
            double score = 0;
            for (int k = 0; k < v.length; k++) {
                double feature = y[k];
                for (int i = 0; i < past.length; i++) {
                    feature += past[i] * memoryWeights[i * v.length + k];
                }
                score += v[k] * Math.tanh(feature);
            }
            return score;
        }
    }
}
