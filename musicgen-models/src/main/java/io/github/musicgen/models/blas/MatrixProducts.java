package io.github.musicgen.models.blas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/**
 * Products of matrices of floats outside the heap, which lie column by column without gaps. Owned by one thread at a time.
 *
 * <p>OpenBLAS first copies both matrices into an order of its own, which pays for large ones. Its kernels for registers of 512 bits
 * also have a way without copies, for products of up to a million multiplications; at the sizes of a recurrent network that takes two
 * thirds of the time or less. So larger products are handed over in pieces of that size, where there are such kernels.
 */
public final class MatrixProducts {
    private static final long WITHOUT_COPIES = 1_000_000;
    private static final int ROWS = 64;
    private static final int INNER = 128;
    private static final int COLUMNS = 120; // times the two above: just below a million
    private static final int COLUMNS_OF_A_KERNEL = 8;
    /** Columns of more rows lie so far apart that copying them is worth its time. */
    private static final int MOST_ROWS = 512;
    /** There are no good kernels for a transposed matrix on the left. Each of its values meets so many others, or more, that the time to copy it is won. */
    private static final int WORTH_TRANSPOSING = 192;

    private final NativeFloats left = new NativeFloats();
    private final NativeFloats right = new NativeFloats();
    private final NativeFloats sum = new NativeFloats();
    private final TransposedCopy transposed = new TransposedCopy();
    private final boolean inPieces;

    /** What multiplies as fast as it can on this machine. */
    public MatrixProducts() {
        this(OnThisMachine.IN_PIECES);
    }

    MatrixProducts(boolean inPieces) {
        this.inPieces = inPieces;
    }

    /** Asked once. The answer is the same in each run on a machine, so that trainings can be repeated to the bit. */
    private static final class OnThisMachine {
        static final boolean IN_PIECES = Vectors.areOf512Bits();
    }

    /**
     * {@code c [rows x columns] = keep * c + a [rows x inner] * b [inner x columns]}.
     *
     * @param a address of the first value
     * @param b address of the first value
     * @param c address of the first value
     * @param rows of a and c
     * @param columns of b and c
     * @param inner columns of a, rows of b
     * @param keep 1 to add to what is there, 0 to write over it
     */
    public void multiply(long a, long b, long c, int rows, int columns, int inner, float keep) {
        multiply(CblasNoTrans, inner, 1, a, b, c, rows, columns, inner, keep);
    }

    /**
     * {@code c [rows x columns] = keep * c + a [rows x inner] * transpose of b [columns x inner]}.
     *
     * @param a address of the first value
     * @param b address of the first value
     * @param c address of the first value
     * @param rows of a and c
     * @param columns of c, rows of b
     * @param inner columns of a and b
     * @param keep 1 to add to what is there, 0 to write over it
     */
    public void multiplyByTransposed(long a, long b, long c, int rows, int columns, int inner, float keep) {
        multiply(CblasTrans, 1, columns, a, b, c, rows, columns, inner, keep);
    }

    /**
     * {@code c [rows x columns] = c + transpose of a [inner x rows] * b [inner x columns]}.
     *
     * @param a address of the first value
     * @param b address of the first value
     * @param c address of the first value
     * @param rows columns of a, rows of c
     * @param columns of b and c
     * @param inner rows of a and b
     */
    public void addTransposedTimes(long a, long b, long c, int rows, int columns, int inner) {
        if (inPieces && rows <= MOST_ROWS && columns >= WORTH_TRANSPOSING) {
            multiply(transposed.of(a, inner, rows), b, c, rows, columns, inner, 1);
        } else {
            cblas_sgemm(
                    CblasColMajor,
                    CblasTrans,
                    CblasNoTrans,
                    rows,
                    columns,
                    inner,
                    1,
                    left.at(a),
                    inner,
                    right.at(b),
                    inner,
                    1,
                    sum.at(c),
                    rows);
        }
    }

    /** A step along a column of the product goes {@code columnStep} values on in b, and a step along a sum {@code innerStep}. */
    private void multiply(
            int transposed,
            int columnStep,
            int innerStep,
            long a,
            long b,
            long c,
            int rows,
            int columns,
            int inner,
            float keep) {
        boolean whole = !inPieces || rows > MOST_ROWS || (long) rows * columns * inner <= WITHOUT_COPIES;
        int rowsAtOnce = whole ? rows : ROWS;
        int innerAtOnce = whole ? inner : INNER;
        int columnsAtOnce = whole ? columns : evenly(columns);
        for (int column = 0; column < columns; column += columnsAtOnce) {
            for (int row = 0; row < rows; row += rowsAtOnce) {
                for (int k = 0; k < inner; k += innerAtOnce) {
                    cblas_sgemm(
                            CblasColMajor,
                            CblasNoTrans,
                            transposed,
                            Math.min(rowsAtOnce, rows - row),
                            Math.min(columnsAtOnce, columns - column),
                            Math.min(innerAtOnce, inner - k),
                            1,
                            left.at(NativeFloats.plus(a, (long) k * rows + row)),
                            rows,
                            right.at(NativeFloats.plus(b, (long) column * columnStep + (long) k * innerStep)),
                            Math.max(columnStep, innerStep),
                            k == 0 ? keep : 1,
                            sum.at(NativeFloats.plus(c, (long) column * rows + row)),
                            rows);
                }
            }
        }
    }

    /** Pieces of like size, so that none is too narrow for a kernel. */
    private static int evenly(int columns) {
        int pieces = ceilingOf(columns, COLUMNS);
        return ceilingOf(ceilingOf(columns, pieces), COLUMNS_OF_A_KERNEL) * COLUMNS_OF_A_KERNEL;
    }

    private static int ceilingOf(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
