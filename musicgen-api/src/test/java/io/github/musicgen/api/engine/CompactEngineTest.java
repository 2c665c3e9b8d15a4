package io.github.musicgen.api.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.testing.EngineContract;
import io.github.musicgen.api.testing.RandomWeights;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class CompactEngineTest extends EngineContract {
    @Override
    protected Engine engine() {
        return Engine.compact();
    }

    /** Half a 2047th of the largest of a row, which is at most 1/2 in the contract, for each term of a sum, and as much in adding. */
    @Override
    protected float roundingOfWeights() {
        return 0.5f / 2047 * 1.01f;
    }

    @Property
    void weights_areRoundedToTheNearestOf12Bits(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = -60, max = 60) int exponent,
            @ForAll long seed) {
        int columns = 70;
        float size = Math.scalb(1f, exponent);
        float[] values = RandomWeights.uniform(new SplittableRandom(seed), rows * columns, size);
        Matrix matrix = Engine.compact().matrix(rows, columns, values);
        for (int row = 0; row < rows; row++) {
            float largest = 0;
            for (int column = 0; column < columns; column++) {
                largest = Math.max(largest, Math.abs(values[row * columns + column]));
            }
            float[] back = new float[columns];
            matrix.addRow(row, 1, back);
            for (int column = 0; column < columns; column++) {
                assertThat(back[column]).isCloseTo(values[row * columns + column], within(largest / 2047 / 2 * 1.001f));
            }
        }
    }

    @Test
    void rows_beside_whatIsAlmostZero_keepTheirWeights() {
        float[] values = new float[200];
        java.util.Arrays.fill(values, 0, 100, 5 * Float.MIN_VALUE);
        java.util.Arrays.fill(values, 100, 200, 1);
        float[] y = new float[100];
        Engine.compact().matrix(2, 100, values).addRow(1, 1, y);
        assertThat(y).containsOnly(1);
    }

    @Test
    void whatIsNotFinite_isRefused() {
        float[] values = new float[100];
        values[7] = Float.NaN;
        assertThatThrownBy(() -> Engine.compact().matrix(1, 100, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight 7 must be finite, but was NaN");
    }

    @Test
    void zeros_stayZeros() {
        Matrix matrix = Engine.compact().matrix(3, 100, new float[300]);
        float[] y = new float[100];
        matrix.addProduct(new float[] {1, 2, 3}, y);
        assertThat(y).containsOnly(0);
    }
}
