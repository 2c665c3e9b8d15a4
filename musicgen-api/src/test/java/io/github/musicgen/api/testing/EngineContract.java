package io.github.musicgen.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every engine owes, held against the {@link ReferenceEngine}. */
public abstract class EngineContract {
    private final Engine reference = new ReferenceEngine();

    /** The engine under test. */
    protected abstract Engine engine();

    /** By how much an engine may round weights that are at most 1/2, for products with what is at most 1. */
    protected float roundingOfWeights() {
        return 0;
    }

    private float tolerance(int rows) {
        // A float sum of n terms below 1/2 strays at most n * n / 2 half units of 2^-24; far less in practice.
        return (1e-7f + roundingOfWeights()) * rows + 1e-6f;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 7",
        "2, 3",
        "3, 1",
        "4, 4",
        "5, 9",
        "7, 31",
        "16, 64",
        "31, 33",
        "38, 128",
        "64, 256",
        "100, 400",
        "121, 512",
        "127, 129",
        "128, 38",
        "128, 512",
        "255, 257",
        "511, 1023",
        "1023, 5",
        "1024, 1024"
    })
    void addProduct_ofAnySize_agreesWithTheReference(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(rows * 10_007L + columns);
        float[] values = RandomWeights.uniform(random, rows * columns, 0.5f);
        float[] x = RandomWeights.uniform(random, rows, 1);
        float[] expected = RandomWeights.uniform(random, columns, 1);
        float[] actual = expected.clone();

        reference.matrix(rows, columns, values).addProduct(x, expected);
        engine().matrix(rows, columns, values).addProduct(x, actual);

        assertThat(actual).containsExactly(expected, within(tolerance(rows)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 5, 2", "38, 512, 7", "127, 129, 64", "128, 512, 64", "255, 38, 3", "1024, 1024, 5"})
    void addProducts_ofManyVectors_agreesWithTheReference(int rows, int columns, int count) {
        SplittableRandom random = new SplittableRandom(rows * 10_007L + columns);
        float[] values = RandomWeights.uniform(random, rows * columns, 0.5f);
        float[][] x = new float[count + 1][];
        float[][] expected = new float[count + 1][];
        for (int i = 0; i <= count; i++) {
            x[i] = RandomWeights.uniform(random, rows + i % 2, 1); // longer than need be, as it may be
            expected[i] = RandomWeights.uniform(random, columns + i % 3, 1);
        }
        float[][] actual = Arrays.stream(expected).map(float[]::clone).toArray(float[][]::new);

        Matrix oracle = reference.matrix(rows, columns, values);
        for (int i = 0; i < count; i++) {
            oracle.addProduct(x[i], expected[i]);
        }
        engine().matrix(rows, columns, values).addProducts(x, actual, count);

        for (int i = 0; i <= count; i++) {
            assertThat(actual[i]).as("vector " + i).containsExactly(expected[i], within(tolerance(rows)));
        }
    }

    @Test
    void addProducts_ofNothing_doesNothing() {
        engine().matrix(1, 2, new float[] {1, 2}).addProducts(new float[0][], new float[0][], 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "3, 5, 2", "38, 512, 37", "121, 257, 60"})
    void addRow_equalsTheProductWithAnInputOfOneEntry(int rows, int columns, int row) {
        SplittableRandom random = new SplittableRandom(row);
        Matrix matrix = engine().matrix(rows, columns, RandomWeights.uniform(random, rows * columns, 0.5f));
        float[] x = new float[rows];
        x[row] = -0.75f;
        float[] byProduct = RandomWeights.uniform(random, columns, 1);
        float[] byRow = byProduct.clone();

        matrix.addProduct(x, byProduct);
        matrix.addRow(row, x[row], byRow);

        assertThat(byRow).containsExactly(byProduct, within(1e-6f));
    }

    @Test
    void addProduct_givesTheSameBitsEachTime() {
        SplittableRandom random = new SplittableRandom(7);
        Matrix matrix = engine().matrix(257, 129, RandomWeights.uniform(random, 257 * 129, 1));
        float[] x = RandomWeights.uniform(random, 257, 1);
        float[] first = new float[129];
        matrix.addProduct(x, first);
        // Enough rounds for the compiler to replace the code under way.
        for (int round = 0; round < 20_000; round++) {
            float[] again = new float[129];
            matrix.addProduct(x, again);
            assertThat(Arrays.equals(again, first)).isTrue();
        }
    }

    @Test
    void matrix_isACopyOfItsValues() {
        float[] values = {1, 2};
        Matrix matrix = engine().matrix(1, 2, values);
        values[0] = 99;
        float[] y = new float[2];
        matrix.addRow(0, 1, y);
        assertThat(y).containsExactly(1, 2);
    }

    @Test
    void matrix_ofTheWrongNumberOfValues_isRefusedWithItsShape() {
        assertThatThrownBy(() -> engine().matrix(2, 3, new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 x 3")
                .hasMessageContaining("5 values");
    }
}
