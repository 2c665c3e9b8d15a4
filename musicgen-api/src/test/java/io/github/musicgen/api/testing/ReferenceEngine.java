package io.github.musicgen.api.testing;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Matrix;

/** The oracle: plain loops in double precision, written to be seen to be right. */
public final class ReferenceEngine implements Engine {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Matrix matrix(int rows, int columns, float[] values) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " x " + columns + " cannot be made of " + values.length + " values");
        }
        return new ReferenceMatrix(rows, columns, values.clone());
    }

    private static final class ReferenceMatrix implements Matrix {
        private final int rows;
        private final int columns;
        private final float[] values; // [rows * columns]

        ReferenceMatrix(int rows, int columns, float[] values) {
            this.rows = rows;
            this.columns = columns;
            this.values = values;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public void addProduct(float[] x, float[] y) {
            for (int column = 0; column < columns; column++) {
                double sum = y[column];
                for (int row = 0; row < rows; row++) {
                    sum += (double) x[row] * values[row * columns + column];
                }
                y[column] = (float) sum;
            }
        }

        @Override
        public void addRow(int row, float scale, float[] y) {
            for (int column = 0; column < columns; column++) {
                y[column] = (float) (y[column] + (double) scale * values[row * columns + column]);
            }
        }
    }
}
