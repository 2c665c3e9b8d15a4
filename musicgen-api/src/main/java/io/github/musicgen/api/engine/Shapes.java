package io.github.musicgen.api.engine;

/** Checks that weights fit together. */
final class Shapes {
    private Shapes() {}

    static void requireValues(int rows, int columns, float[] values) {
        if (rows < 0 || columns < 0 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " x " + columns + " cannot be made of " + values.length + " values");
        }
    }

    static void requireLength(String name, Vector vector, int length) {
        if (vector.length() != length) {
            throw new IllegalArgumentException(name + " must have " + length + " values, but had " + vector.length());
        }
    }

    static void require(String name, Matrix matrix, int rows, int columns) {
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw new IllegalArgumentException(name + " must be " + rows + " x " + columns + ", but was "
                    + matrix.rows() + " x " + matrix.columns());
        }
    }
}
