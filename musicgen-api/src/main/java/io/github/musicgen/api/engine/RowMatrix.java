package io.github.musicgen.api.engine;

import java.util.Arrays;

/**
 * A matrix as one array per row.
 *
 * <p>HotSpot turns the loop over four whole rows into vector instructions; over one flat array with four offsets it does not,
 * and takes seven times as long. Every output is summed in the order of the rows, so the result does not depend on whether, or
 * how, the loop was compiled.
 */
final class RowMatrix implements Matrix {
    private static final int ROWS_PER_PASS = 4;

    /** As wide as the answers of a melody model, and far from as wide as its layers. */
    private static final int SHORT = 64;

    private final float[][] values; // [rows][columns]
    private final int columns;

    private RowMatrix(float[][] values, int columns) {
        this.values = values;
        this.columns = columns;
    }

    static RowMatrix of(int rows, int columns, float[] values) {
        Shapes.requireValues(rows, columns, values);
        float[][] copied = new float[rows][];
        for (int row = 0; row < rows; row++) {
            copied[row] = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
        }
        return new RowMatrix(copied, columns);
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void addProduct(float[] x, float[] y) {
        int row = 0;
        for (; row + ROWS_PER_PASS <= values.length; row += ROWS_PER_PASS) {
            addFourRows(row, x, y);
        }
        for (; row < values.length; row++) {
            addRow(row, x[row], y);
        }
    }

    /** Four rows at a time for all vectors: the weights come out of the cache once, and each sum is in the order it always is. */
    @Override
    public void addProducts(float[][] x, float[][] y, int count) {
        int row = 0;
        for (; row + ROWS_PER_PASS <= values.length; row += ROWS_PER_PASS) {
            for (int i = 0; i < count; i++) {
                addFourRows(row, x[i], y[i]);
            }
        }
        for (; row < values.length; row++) {
            for (int i = 0; i < count; i++) {
                addRow(row, x[i][row], y[i]);
            }
        }
    }

    private void addFourRows(int row, float[] x, float[] y) {
        float[] p = values[row];
        float[] q = values[row + 1];
        float[] r = values[row + 2];
        float[] s = values[row + 3];
        if (FirstPasses.isNextEarly()) {
            Rows.addFourEarly(p, q, r, s, x[row], x[row + 1], x[row + 2], x[row + 3], y);
        } else if (columns <= SHORT) {
            Rows.addFourShort(p, q, r, s, x[row], x[row + 1], x[row + 2], x[row + 3], y);
        } else {
            Rows.addFour(p, q, r, s, x[row], x[row + 1], x[row + 2], x[row + 3], y);
        }
    }

    @Override
    public void addRow(int row, float scale, float[] y) {
        if (FirstPasses.isNextEarly()) {
            Rows.addEarly(values[row], scale, y);
        } else {
            Rows.add(values[row], scale, y);
        }
    }
}
