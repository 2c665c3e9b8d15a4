package io.github.musicgen.models.blas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

/**
 * Products of a matrix of floats outside the heap with a vector: a [rows x columns], whose columns begin {@code distance} values apart.
 * The values of a vector are {@code step} apart. All that is handed over are addresses; whoever calls keeps the memory alive until the
 * product is there. Owned by one thread at a time.
 */
public final class VectorProducts {
    private final NativeFloats matrix = new NativeFloats();
    private final NativeFloats factors = new NativeFloats();
    private final NativeFloats sums = new NativeFloats();

    /** Products of nothing yet. */
    public VectorProducts() {}

    /**
     * {@code y = a * x}, or added to y.
     *
     * @param a address of the first value
     * @param distance from a column to the next
     * @param rows of a, values of y; at least one
     * @param columns of a, values of x; at least one
     * @param x address of the first value
     * @param stepOfX from a value to the next
     * @param keep what y is multiplied with before: 0 sets it, 1 adds to it
     * @param y address of the first value
     * @param stepOfY from a value to the next
     */
    public void multiply(
            long a, int distance, int rows, int columns, long x, int stepOfX, float keep, long y, int stepOfY) {
        multiply(CblasNoTrans, a, distance, rows, columns, x, stepOfX, keep, y, stepOfY);
    }

    /**
     * {@code y = transpose of a * x}: what each column and the vector give.
     *
     * @param a address of the first value
     * @param distance from a column to the next
     * @param rows of a, values of x; at least one
     * @param columns of a, values of y; at least one
     * @param x address of the first value; they follow each other
     * @param y address of the first value
     * @param stepOfY from a value to the next
     */
    public void multiplyEachColumn(long a, int distance, int rows, int columns, long x, long y, int stepOfY) {
        multiply(CblasTrans, a, distance, rows, columns, x, 1, 0, y, stepOfY);
    }

    private void multiply(
            int form,
            long a,
            int distance,
            int rows,
            int columns,
            long x,
            int stepOfX,
            float keep,
            long y,
            int stepOfY) {
        // OpenBLAS would leave y as it is, and say so at most on standard error.
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a matrix must have at least one row and column, but had " + rows + " x " + columns);
        }
        if (distance < rows || stepOfX < 1 || stepOfY < 1) {
            throw new IllegalArgumentException(
                    "columns of " + rows + " values must begin at least as far apart, but began " + distance
                            + ", and values of vectors at least 1, but lay " + stepOfX + " and " + stepOfY);
        }
        cblas_sgemv(
                CblasColMajor,
                form,
                rows,
                columns,
                1,
                matrix.at(a),
                distance,
                factors.at(x),
                stepOfX,
                keep,
                sums.at(y),
                stepOfY);
    }
}
