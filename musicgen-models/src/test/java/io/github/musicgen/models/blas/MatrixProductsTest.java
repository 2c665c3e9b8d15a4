package io.github.musicgen.models.blas;

import static io.github.musicgen.models.blas.NativeValues.get;
import static io.github.musicgen.models.blas.NativeValues.put;
import static io.github.musicgen.models.blas.NativeValues.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whole and in pieces, against sums in doubles, one by one. */
class MatrixProductsTest {
    private static final double TOLERANCE = 1e-5; // of sums of up to 512 products of values below one

    private final Workspace a = new Workspace();
    private final Workspace b = new Workspace();
    private final Workspace c = new Workspace();

    @Property(tries = 300)
    void products_equalSumsOneByOne(
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll @IntRange(min = 1, max = 300) int inner,
            @ForAll Form form,
            @ForAll boolean inPieces) {
        check(new MatrixProducts(() -> inPieces), form, rows, columns, inner);
    }

    /** What networks have: several pieces in each direction, the last of them narrower, and more rows than are cut. */
    @Example
    void productsOfNetworks_equalSumsOneByOne() {
        for (boolean inPieces : new boolean[] {false, true}) {
            MatrixProducts products = new MatrixProducts(() -> inPieces);
            for (Form form : Form.values()) {
                check(products, form, 64, 512, 128);
                check(products, form, 64, 128, 512);
                check(products, form, 128, 512, 64);
                check(products, form, 65, 521, 257);
                check(products, form, 513, 193, 40);
                check(products, form, 8, 512, 512);
                check(products, form, 1, 1681, 700);
            }
        }
    }

    @Property(tries = 100)
    void firstRowsOfAMatrix_areMultipliedAsIfAlone(
            @ForAll @IntRange(min = 1, max = 200) int rows,
            @ForAll @IntRange(min = 0, max = 40) int more,
            @ForAll @IntRange(min = 1, max = 200) int columns,
            @ForAll @IntRange(min = 1, max = 200) int inner,
            @ForAll boolean inPieces) {
        Random random = new Random(rows);
        float[] wide = random(random, (rows + more) * inner);
        float[] left = new float[rows * inner];
        for (int k = 0; k < inner; k++) {
            System.arraycopy(wide, k * (rows + more), left, k * rows, rows);
        }
        float[] right = random(random, inner * columns);
        float[] before = random(random, rows * columns);
        MatrixProducts products = new MatrixProducts(() -> inPieces);

        long sums = put(c, before);
        products.add(put(a, left), put(b, right), sums, rows, columns, inner);
        float[] expected = get(sums, rows * columns);
        put(c, before);
        products.addFirstRows(put(a, wide), rows + more, put(b, right), sums, rows, columns, inner);

        assertThat(get(sums, rows * columns)).containsExactly(expected, within((float) TOLERANCE));
    }

    @Example
    void productOfNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixProducts(() -> true).set(0, 0, 0, 3, 3, 0))
                .withMessage("the inner size of a product must be 1 or more, but was 0");
    }

    private void check(MatrixProducts products, Form form, int rows, int columns, int inner) {
        Random random = new Random(31L * rows + 7L * columns + inner);
        float[] left = random(random, rows * inner);
        float[] right = random(random, inner * columns);
        float[] before = random(random, rows * columns);
        long sums = put(c, before);
        form.multiply(products, put(a, left), put(b, right), sums, rows, columns, inner);
        float[] after = get(sums, rows * columns);
        double farthest = 0;
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                double sum = form.keep * before[column * rows + row];
                for (int k = 0; k < inner; k++) {
                    double factor = form.leftTransposed ? left[row * inner + k] : left[k * rows + row];
                    sum += factor * (form.rightTransposed ? right[k * columns + column] : right[column * inner + k]);
                }
                farthest = Math.max(farthest, Math.abs(after[column * rows + row] - sum));
            }
        }
        assertThat(farthest).as("%s, %d x %d x %d", form, rows, columns, inner).isLessThan(TOLERANCE);
    }

    private enum Form {
        SET(0, false, false),
        ADDED(1, false, false),
        BY_TRANSPOSED_SET(0, false, true),
        BY_TRANSPOSED_ADDED(1, false, true),
        TRANSPOSED_TIMES_ADDED(1, true, false);

        private final float keep;
        private final boolean leftTransposed;
        private final boolean rightTransposed;

        Form(float keep, boolean leftTransposed, boolean rightTransposed) {
            this.keep = keep;
            this.leftTransposed = leftTransposed;
            this.rightTransposed = rightTransposed;
        }

        void multiply(MatrixProducts products, long a, long b, long c, int rows, int columns, int inner) {
            if (leftTransposed) {
                products.addTransposedTimes(a, b, c, rows, columns, inner);
            } else if (rightTransposed) {
                if (keep == 0) {
                    products.setByTransposed(a, b, c, rows, columns, inner);
                } else {
                    products.addByTransposed(a, b, c, rows, columns, inner);
                }
            } else if (keep == 0) {
                products.set(a, b, c, rows, columns, inner);
            } else {
                products.add(a, b, c, rows, columns, inner);
            }
        }
    }
}
