package io.github.musicgen.models.blas;

import static io.github.musicgen.models.blas.NativeValues.get;
import static io.github.musicgen.models.blas.NativeValues.put;
import static io.github.musicgen.models.blas.NativeValues.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against sums in doubles, one by one; what lies between values stays as it was. */
class VectorProductsTest {
    private static final float TOLERANCE = 1e-5f; // of sums of up to 300 products of values below one half
    private static final float UNTOUCHED = 77;

    private final Workspace a = new Workspace();
    private final Workspace x = new Workspace();
    private final Workspace y = new Workspace();
    private final VectorProducts products = new VectorProducts();

    @Property(tries = 300)
    void products_equalSumsOneByOne(
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 60) int columns,
            @ForAll @IntRange(min = 0, max = 20) int gap,
            @ForAll @IntRange(min = 1, max = 70) int stepOfX,
            @ForAll @IntRange(min = 1, max = 70) int stepOfY,
            @ForAll boolean added) {
        float[] matrix = values(columns * (rows + gap));
        float[] vector = values(columns * stepOfX);
        float[] before = before(rows, stepOfY, added);
        float[] expected = before.clone();
        for (int row = 0; row < rows; row++) {
            double sum = added ? before[row * stepOfY] : 0;
            for (int column = 0; column < columns; column++) {
                sum += (double) matrix[column * (rows + gap) + row] * vector[column * stepOfX];
            }
            expected[row * stepOfY] = (float) sum;
        }

        long result = put(y, before);
        products.multiply(
                put(a, matrix), rows + gap, rows, columns, put(x, vector), stepOfX, added ? 1 : 0, result, stepOfY);

        assertThat(get(result, before.length)).containsExactly(expected, within(TOLERANCE));
    }

    @Property(tries = 300)
    void productsWithEachColumn_equalSumsOneByOne(
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 60) int columns,
            @ForAll @IntRange(min = 0, max = 20) int gap,
            @ForAll @IntRange(min = 1, max = 70) int stepOfY) {
        float[] matrix = values(columns * (rows + gap));
        float[] vector = values(rows);
        float[] before = before(columns, stepOfY, false);
        float[] expected = before.clone();
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += (double) matrix[column * (rows + gap) + row] * vector[row];
            }
            expected[column * stepOfY] = (float) sum;
        }

        long result = put(y, before);
        products.multiplyEachColumn(put(a, matrix), rows + gap, rows, columns, put(x, vector), result, stepOfY);

        assertThat(get(result, before.length)).containsExactly(expected, within(TOLERANCE));
    }

    @Example
    void productOfNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> products.multiply(0, 3, 3, 0, 0, 1, 0, 0, 1))
                .withMessage("a matrix must have at least one row and column, but had 3 x 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> products.multiply(0, 3, 3, 1, 0, 0, 0, 0, 1))
                .withMessageContaining("values of vectors at least 1, but lay 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> products.multiplyEachColumn(0, 2, 3, 1, 0, 0, 1))
                .withMessageContaining("columns of 3 values must begin at least as far apart, but began 2");
    }

    private static float[] values(int count) {
        return random(new Random(count), count);
    }

    /** What is set may have been anything before, even no number. */
    private static float[] before(int count, int step, boolean added) {
        float[] values = new float[count * step];
        Arrays.fill(values, UNTOUCHED);
        for (int i = 0; i < count; i++) {
            values[i * step] = added ? 1 : Float.NaN;
        }
        return values;
    }
}
