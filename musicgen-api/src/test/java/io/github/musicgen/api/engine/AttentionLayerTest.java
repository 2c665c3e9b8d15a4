package io.github.musicgen.api.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.testing.RandomWeights;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttentionLayerTest {
    private final SplittableRandom random = new SplittableRandom(23);

    /** The definition, step by step in doubles, around an inner layer that is trusted (it has a test of its own). */
    @ParameterizedTest
    @CsvSource({"2, 3, 1, 1", "5, 8, 4, 1", "74, 64, 40, 1", "6, 16, 7, 2"})
    void steps_ofRandomWeights_followTheDefinition(int inputs, int size, int length, int depth) {
        Weights weights = new Weights(inputs, size, length, depth);
        LayerState state = weights.layer(Engine.portable()).start();
        LayerState[] inner =
                weights.inner(Engine.portable()).stream().map(Layer::start).toArray(LayerState[]::new);
        double[] reading = new double[size];
        double[][] remembered = new double[length][size]; // the oldest first
        for (int step = 0; step < 2 * length + 5; step++) {
            float[] x = RandomWeights.uniform(random, inputs, 1);
            state.begin();
            state.addAll(x);
            float[] actual = state.finish();

            double[] mixed = weights.mixInput(x, reading);
            double[] memory = runInner(inner, mixed, size);
            double[] hidden = java.util.Arrays.copyOfRange(memory, memory.length - size, memory.length);
            reading = weights.read(memory, remembered);
            double[] expected = weights.mixOutput(hidden, reading);
            System.arraycopy(remembered, 1, remembered, 0, length - 1);
            remembered[length - 1] = expected;

            for (int unit = 0; unit < size; unit++) {
                assertThat((double) actual[unit])
                        .isCloseTo(expected[unit], within(1e-5 * (1 + Math.abs(expected[unit]))));
            }
        }
    }

    private static double[] runInner(LayerState[] inner, double[] input, int size) {
        float[] values = new float[input.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) input[i];
        }
        float[] memory = new float[2 * size * inner.length];
        int end = 0;
        for (LayerState each : inner) {
            each.begin();
            each.addAll(values);
            values = each.finish();
            end = ((RecurrentState) each).writeMemory(memory, end);
        }
        double[] result = new double[memory.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = memory[i];
        }
        return result;
    }

    @Test
    void fork_goesOnByItself() {
        AttentionLayer layer = new Weights(4, 8, 3, 1).layer(Engine.portable());
        LayerState original = layer.start();
        for (int i = 0; i < 5; i++) {
            step(original, i % 4);
        }
        LayerState fork = original.fork();
        float[] ahead = step(original, 1).clone();
        step(original, 2);

        assertThat(step(fork, 1)).containsExactly(ahead);
    }

    @Test
    void attention_afterAStep_sumsToOneAndLooksAtTheNewestFirst() {
        AttentionLayer layer = new Weights(4, 8, 3, 1).layer(Engine.portable());
        AttentionState state = (AttentionState) layer.start();
        step(state, 0);
        assertThat(state.attention()).containsExactly(new float[] {1 / 3f, 1 / 3f, 1 / 3f}, within(1e-6f));
        step(state, 1);
        float[] attention = state.attention();
        // One output is remembered; the two slots from before the start look alike and lie behind it.
        assertThat(attention[1]).isEqualTo(attention[2]);
        assertThat(attention[0]).isNotEqualTo(attention[1]);
        assertThat(attention[0] + attention[1] + attention[2]).isCloseTo(1, within(1e-6f));
    }

    private static float[] step(LayerState state, int index) {
        state.begin();
        state.add(index, 1);
        return state.finish();
    }

    /** Random weights of an attention block, and its arithmetic written out. */
    private final class Weights {
        private final int inputs;
        private final int size;
        private final int length;
        private final float[] w1; // [(inputs + size) * inputs]
        private final float[] b1; // [inputs]
        private final float[] w3; // [2 * size * depth * size]
        private final float[] b3; // [size]
        private final float[] k; // [size * size]
        private final float[] v; // [size]
        private final float[] w2; // [2 * size * size]
        private final float[] b2; // [size]
        private final float[][] cells; // [depth][(in + size + 1) * 4 * size]

        Weights(int inputs, int size, int length, int depth) {
            this.inputs = inputs;
            this.size = size;
            this.length = length;
            w1 = uniform((inputs + size) * inputs);
            b1 = uniform(inputs);
            w3 = uniform(2 * size * depth * size);
            b3 = uniform(size);
            k = uniform(size * size);
            v = uniform(size);
            w2 = uniform(2 * size * size);
            b2 = uniform(size);
            cells = new float[depth][];
            for (int i = 0; i < depth; i++) {
                cells[i] = uniform(((i == 0 ? inputs : size) + size + 1) * 4 * size);
            }
        }

        private float[] uniform(int count) {
            return RandomWeights.uniform(random, count, 0.4f);
        }

        List<Layer> inner(Engine engine) {
            return java.util.stream.IntStream.range(0, cells.length)
                    .<Layer>mapToObj(i -> {
                        int in = i == 0 ? inputs : size;
                        return new LstmLayer(
                                rows(engine, cells[i], 0, in, 4 * size),
                                rows(engine, cells[i], in, size, 4 * size),
                                Vector.of(java.util.Arrays.copyOfRange(
                                        cells[i], (in + size) * 4 * size, cells[i].length)));
                    })
                    .toList();
        }

        AttentionLayer layer(Engine engine) {
            return new AttentionLayer(
                    inner(engine),
                    length,
                    new Dense(rows(engine, w1, 0, inputs, inputs), Vector.of(b1)),
                    rows(engine, w1, inputs, size, inputs),
                    new Dense(rows(engine, w3, 0, w3.length / size, size), Vector.of(b3)),
                    rows(engine, k, 0, size, size),
                    Vector.of(v),
                    new Dense(rows(engine, w2, 0, size, size), Vector.of(b2)),
                    rows(engine, w2, size, size, size));
        }

        private static Matrix rows(Engine engine, float[] values, int from, int rows, int columns) {
            return engine.matrix(
                    rows, columns, java.util.Arrays.copyOfRange(values, from * columns, (from + rows) * columns));
        }

        double[] mixInput(float[] x, double[] reading) {
            double[] both = new double[inputs + size];
            for (int i = 0; i < inputs; i++) {
                both[i] = x[i];
            }
            System.arraycopy(reading, 0, both, inputs, size);
            return affine(both, w1, b1);
        }

        double[] read(double[] memory, double[][] remembered) {
            double[] query = affine(memory, w3, b3);
            double[] scores = new double[length];
            double sum = 0;
            for (int slot = 0; slot < length; slot++) {
                double[] key = affine(remembered[slot], k, new float[size]);
                for (int place = 0; place < size; place++) {
                    scores[slot] += v[place] * StrictMath.tanh(key[place] + query[place]);
                }
                scores[slot] = StrictMath.exp(scores[slot]);
                sum += scores[slot];
            }
            double[] reading = new double[size];
            for (int slot = 0; slot < length; slot++) {
                for (int unit = 0; unit < size; unit++) {
                    reading[unit] += scores[slot] / sum * remembered[slot][unit];
                }
            }
            return reading;
        }

        double[] mixOutput(double[] hidden, double[] reading) {
            double[] both = new double[2 * size];
            System.arraycopy(hidden, 0, both, 0, size);
            System.arraycopy(reading, 0, both, size, size);
            return affine(both, w2, b2);
        }

        private static double[] affine(double[] x, float[] w, float[] b) {
            double[] y = new double[b.length];
            for (int column = 0; column < y.length; column++) {
                y[column] = b[column];
                for (int row = 0; row < x.length; row++) {
                    y[column] += x[row] * w[row * b.length + column];
                }
            }
            return y;
        }
    }
}
