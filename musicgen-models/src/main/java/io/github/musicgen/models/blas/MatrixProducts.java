package io.github.musicgen.models.blas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.lang.ref.Reference;
import java.util.function.BooleanSupplier;

/**
 * Products of matrices of floats outside the heap, which lie column by column without gaps: a [rows x inner] times b [inner x columns]
 * gives c [rows x columns]. All that is handed over are addresses; whoever calls keeps the memory alive until the product is there. Owned
 * by one thread at a time.
 *
 * <p>OpenBLAS first copies both matrices into an order of its own, which pays for large ones. Its kernels for registers of 512 bits
 * also have a way without copies, for products of up to a million multiplications; at the sizes of a recurrent network that takes six
 * to nine tenths of the time. So larger products are handed over in pieces of that size, where there are such kernels. Decision 40 has
 * the figures.
 */
public final class MatrixProducts {
    private static final int WITHOUT_COPIES = 1_000_000;
    private static final int ROWS = 64;
    private static final int INNER = 128;
    private static final int COLUMNS_OF_A_KERNEL = 8;

    /** Columns of more rows lie so far apart that copying them is worth its time. */
    private static final int MOST_ROWS = 512;

    /**
     * There are no good kernels for a transposed matrix on the left. Each of its values meets so many others, or more, that more time
     * is gained than it takes to copy it: a value's copy takes what some 150 multiplications gain.
     */
    private static final int WORTH_TRANSPOSING = 192;

    private final NativeFloats left = new NativeFloats();
    private final NativeFloats right = new NativeFloats();
    private final NativeFloats sum = new NativeFloats();
    private final TransposedCopy transposedLeft = new TransposedCopy();
    private final BooleanSupplier inPieces; // asked only for products that are large enough

    /** What multiplies as fast as it can on this machine. */
    public MatrixProducts() {
        this(() -> OnThisMachine.IN_PIECES);
    }

    MatrixProducts(BooleanSupplier inPieces) {
        this.inPieces = inPieces;
    }

    /** Looked up once. The same in each run on a machine whose OpenBLAS chooses the same kernels. */
    private static final class OnThisMachine {
        static final boolean IN_PIECES = Kernels.areFor512Bits();
    }

    /**
     * {@code c = a * b}.
     *
     * @param a address of the first value
     * @param b address of the first value
     * @param c address of the first value
     * @param rows of a and c
     * @param columns of b and c
     * @param inner columns of a, rows of b; at least one
     */
    public void set(long a, long b, long c, int rows, int columns, int inner) {
        multiply(CblasNoTrans, a, rows, b, c, rows, columns, inner, 0);
    }

    /**
     * {@code c = c + a * b}.
     *
     * @param a address of the first value
     * @param b address of the first value
     * @param c address of the first value
     * @param rows of a and c
     * @param columns of b and c
     * @param inner columns of a, rows of b; at least one
     */
    public void add(long a, long b, long c, int rows, int columns, int inner) {
        multiply(CblasNoTrans, a, rows, b, c, rows, columns, inner, 1);
    }

    /**
     * {@code c = c + first rows of a * b}.
     *
     * @param a address of the first value
     * @param rowsOfA at least as many as are multiplied
     * @param b address of the first value
     * @param c address of the first value
     * @param rows of c, and those of a that are multiplied
     * @param columns of b and c
     * @param inner columns of a, rows of b; at least one
     */
    public void addFirstRows(long a, int rowsOfA, long b, long c, int rows, int columns, int inner) {
        multiply(CblasNoTrans, a, rowsOfA, b, c, rows, columns, inner, 1);
    }

    /**
     * {@code c = a * transpose of b}.
     *
     * @param a address of the first value
     * @param b address of the first value, of {@code columns x inner}
     * @param c address of the first value
     * @param rows of a and c
     * @param columns of c, rows of b
     * @param inner columns of a and b; at least one
     */
    public void setByTransposed(long a, long b, long c, int rows, int columns, int inner) {
        multiply(CblasTrans, a, rows, b, c, rows, columns, inner, 0);
    }

    /**
     * {@code c = c + a * transpose of b}.
     *
     * @param a address of the first value
     * @param b address of the first value, of {@code columns x inner}
     * @param c address of the first value
     * @param rows of a and c
     * @param columns of c, rows of b
     * @param inner columns of a and b; at least one
     */
    public void addByTransposed(long a, long b, long c, int rows, int columns, int inner) {
        multiply(CblasTrans, a, rows, b, c, rows, columns, inner, 1);
    }

    /**
     * {@code c = c + transpose of a * b}.
     *
     * @param a address of the first value, of {@code inner x rows}
     * @param b address of the first value
     * @param c address of the first value
     * @param rows columns of a, rows of c
     * @param columns of b and c
     * @param inner rows of a and b; at least one
     */
    public void addTransposedTimes(long a, long b, long c, int rows, int columns, int inner) {
        requireInner(inner);
        if (columns >= WORTH_TRANSPOSING && rows <= MOST_ROWS && inPieces.getAsBoolean()) {
            try {
                add(transposedLeft.of(a, inner, rows), b, c, rows, columns, inner);
            } finally {
                Reference.reachabilityFence(this); // the copy belongs to it
            }
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

    private void multiply(
            int formOfB, long a, int rowsOfA, long b, long c, int rows, int columns, int inner, float keep) {
        requireInner(inner);
        boolean whole = (long) rows * columns * inner <= WITHOUT_COPIES || rows > MOST_ROWS || !inPieces.getAsBoolean();
        int rowsAtOnce = whole ? rows : Math.min(ROWS, rows);
        int innerAtOnce = whole ? inner : Math.min(INNER, inner);
        int columnsAtOnce = whole ? columns : columnsAtOnce(columns, WITHOUT_COPIES / (rowsAtOnce * innerAtOnce));
        boolean plain = formOfB == CblasNoTrans;
        for (int column = 0; column < columns; column += columnsAtOnce) {
            for (int row = 0; row < rows; row += rowsAtOnce) {
                for (int k = 0; k < inner; k += innerAtOnce) {
                    long offsetInB = plain ? (long) column * inner + k : (long) k * columns + column;
                    cblas_sgemm(
                            CblasColMajor,
                            CblasNoTrans,
                            formOfB,
                            Math.min(rowsAtOnce, rows - row),
                            Math.min(columnsAtOnce, columns - column),
                            Math.min(innerAtOnce, inner - k),
                            1,
                            left.at(NativeFloats.plus(a, (long) k * rowsOfA + row)),
                            rowsOfA,
                            right.at(NativeFloats.plus(b, offsetInB)),
                            plain ? inner : columns,
                            k == 0 ? keep : 1,
                            sum.at(NativeFloats.plus(c, (long) column * rows + row)),
                            rows);
                }
            }
        }
    }

    private static void requireInner(int inner) {
        if (inner < 1) {
            throw new IllegalArgumentException("the inner size of a product must be 1 or more, but was " + inner);
        }
    }

    /** At most so many, in pieces of like size, all but the last of whole kernels. */
    private static int columnsAtOnce(int columns, int most) {
        int mostOfKernels = most / COLUMNS_OF_A_KERNEL * COLUMNS_OF_A_KERNEL;
        int pieces = ceilingOf(columns, mostOfKernels);
        return ceilingOf(ceilingOf(columns, pieces), COLUMNS_OF_A_KERNEL) * COLUMNS_OF_A_KERNEL;
    }

    private static int ceilingOf(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
