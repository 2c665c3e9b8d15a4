package io.github.musicgen.models.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.models.blas.AlignedFloats;
import io.github.musicgen.models.blas.OpenBlas;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;

/**
 * Weights row by row, which OpenBLAS takes for the transposed matrix, column by column. From one row to the next it is an odd number of
 * cache lines: a power of two, as most layers are wide, would leave all rows a few places of the first cache to fight for.
 */
final class NativeMatrix implements Matrix {
    private static final int FLOATS_OF_A_LINE = 16;
    private static final int WIDE = 4 * FLOATS_OF_A_LINE; // gaps would take much of the memory of less

    private final int rows;
    private final int columns;
    private final int stride; // from one row to the next
    private final NativeMemory memory;
    private final AlignedFloats weights; // [rows * stride]
    private final FloatBuffer weightBuffer;

    NativeMatrix(int rows, int columns, float[] values, NativeMemory memory) {
        this.rows = rows;
        this.columns = columns;
        int lines = (columns + FLOATS_OF_A_LINE - 1) / FLOATS_OF_A_LINE;
        this.stride = columns < WIDE ? columns : (lines | 1) * FLOATS_OF_A_LINE;
        this.memory = memory;
        this.weights = memory.copy(values, rows, columns, stride);
        this.weightBuffer = weights.buffer();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** OpenBLAS prints that it was asked for nothing. */
    private boolean isEmpty() {
        return rows == 0 || columns == 0;
    }

    @Override
    public void addProduct(float[] x, float[] y) {
        if (isEmpty()) {
            return;
        }
        Scratch scratch = memory.enter();
        try {
            OpenBlas.useOneThread();
            scratch.reserve(rows, columns, 1);
            scratch.putIn(0, x, rows);
            scratch.putOut(0, y, columns);
            cblas_sgemv(
                    CblasColMajor,
                    CblasNoTrans,
                    columns,
                    rows,
                    1,
                    weights,
                    stride,
                    scratch.in(),
                    1,
                    1,
                    scratch.out(),
                    1);
            scratch.getOut(0, y, columns);
        } finally {
            scratch.leave();
        }
    }

    @Override
    public void addProducts(float[][] x, float[][] y, int count) {
        if (count == 1) {
            addProduct(x[0], y[0]); // faster, and the same bits as alone
            return;
        }
        if (count == 0 || isEmpty()) {
            return;
        }
        Scratch scratch = memory.enter();
        try {
            OpenBlas.useOneThread();
            scratch.reserve(rows, columns, count);
            for (int i = 0; i < count; i++) {
                scratch.putIn(i, x[i], rows);
                scratch.putOut(i, y[i], columns);
            }
            scratch.products()
                    .addFirstRows(
                            weights.address(),
                            stride,
                            scratch.in().address(),
                            scratch.out().address(),
                            columns,
                            count,
                            rows);
            for (int i = 0; i < count; i++) {
                scratch.getOut(i, y[i], columns);
            }
        } finally {
            Reference.reachabilityFence(weights); // the product has but their address
            scratch.leave();
        }
    }

    @Override
    public void addRow(int row, float scale, float[] y) {
        Scratch scratch = memory.enter();
        try {
            float[] weight = scratch.row(columns);
            weightBuffer.get(row * stride, weight, 0, columns);
            for (int i = 0; i < columns; i++) {
                y[i] += scale * weight[i];
            }
        } finally {
            Reference.reachabilityFence(weights); // the buffer does not hold the memory that it looks at
            scratch.leave();
        }
    }
}
