package io.github.musicgen.api.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.testing.RandomWeights;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LstmLayerTest {
    private final SplittableRandom random = new SplittableRandom(17);

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "38, 64", "121, 128", "7, 33"})
    void steps_ofRandomWeights_followTheDefinition(int inputs, int size) {
        float[] wx = RandomWeights.uniform(random, inputs * 4 * size, 0.3f);
        float[] wh = RandomWeights.uniform(random, size * 4 * size, 0.3f);
        float[] b = RandomWeights.uniform(random, 4 * size, 0.3f);
        LstmLayer layer = new LstmLayer(
                Engine.portable().matrix(inputs, 4 * size, wx),
                Engine.portable().matrix(size, 4 * size, wh),
                Vector.of(b));
        LayerState state = layer.start();
        double[] c = new double[size];
        double[] h = new double[size];
        for (int step = 0; step < 20; step++) {
            float[] x = RandomWeights.uniform(random, inputs, 1);
            state.begin();
            state.addAll(x);
            float[] actual = state.finish();
            double[] gates = gates(x, h, wx, wh, b);
            for (int unit = 0; unit < size; unit++) {
                double input = sigmoid(gates[unit]);
                double forget = sigmoid(gates[size + unit]);
                double output = sigmoid(gates[2 * size + unit]);
                c[unit] = forget * c[unit] + input * StrictMath.tanh(gates[3 * size + unit]);
                h[unit] = output * StrictMath.tanh(c[unit]);
                assertThat((double) actual[unit]).isCloseTo(h[unit], within(5e-6));
            }
        }
    }

    private static double[] gates(float[] x, double[] h, float[] wx, float[] wh, float[] b) {
        double[] gates = new double[b.length];
        for (int gate = 0; gate < gates.length; gate++) {
            gates[gate] = b[gate];
            for (int i = 0; i < x.length; i++) {
                gates[gate] += x[i] * (double) wx[i * b.length + gate];
            }
            for (int i = 0; i < h.length; i++) {
                gates[gate] += h[i] * wh[i * b.length + gate];
            }
        }
        return gates;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    @Test
    void add_ofSingleEntries_equalsTheWholeInput() {
        LstmLayer layer = random(9, 16);
        LayerState whole = layer.start();
        LayerState pieces = layer.start();
        float[] x = new float[9];
        x[2] = 1;
        x[7] = -1;
        whole.begin();
        whole.addAll(x);
        pieces.begin();
        pieces.add(2, 1);
        pieces.add(7, -1);
        assertThat(pieces.finish()).containsExactly(whole.finish(), within(1e-6f));
    }

    @Test
    void fork_goesOnByItself() {
        LayerState original = random(4, 8).start();
        step(original, 1);
        LayerState fork = original.fork();
        float[] ahead = step(original, 2).clone();
        step(original, 3);

        assertThat(step(fork, 2)).containsExactly(ahead);
    }

    @Test
    void shapesThatLie_areRefusedWithBoth() {
        Engine engine = Engine.portable();
        Matrix input = engine.matrix(3, 16, new float[48]);
        assertThatThrownBy(() -> new LstmLayer(input, engine.matrix(5, 20, new float[100]), Vector.of(new float[20])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("input weights must be 3 x 20, but was 3 x 16");
        assertThatThrownBy(() -> new LstmLayer(input, engine.matrix(4, 16, new float[64]), Vector.of(1)))
                .hasMessage("bias must have 16 values, but had 1");
    }

    private float[] step(LayerState state, int index) {
        state.begin();
        state.add(index, 1);
        return state.finish();
    }

    private LstmLayer random(int inputs, int size) {
        Engine engine = Engine.portable();
        return new LstmLayer(
                RandomWeights.matrix(engine, random, inputs, 4 * size),
                RandomWeights.matrix(engine, random, size, 4 * size),
                Vector.of(RandomWeights.uniform(random, 4 * size, 0.3f)));
    }
}
