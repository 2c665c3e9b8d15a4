package io.github.musicgen.models.blas;

/** Transposed copies of matrices outside the heap, its own or the caller's: where OpenBLAS is faster with them than when it transposes by itself. */
public final class TransposedCopy {
    private static final int COLUMNS_AT_ONCE = 8;

    private final Workspace memory = new Workspace();
    private final NativeFloats window = new NativeFloats();
    private float[] source = {}; // [columns][rows]
    private float[] target = {}; // [rows][columns]

    /** A copy of nothing yet. */
    public TransposedCopy() {}

    /**
     * Copies a matrix, which lies column by column without gaps, over the copy that was made last.
     *
     * @param matrix the address of its first value
     * @param rows of the matrix
     * @param columns of the matrix
     * @return the address of the copy, which lives as long as this
     */
    public long of(long matrix, int rows, int columns) {
        if ((long) rows * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a copy must have at most " + Integer.MAX_VALUE + " values, but had " + rows + " x " + columns);
        }
        int length = rows * columns;
        if (source.length < length) {
            source = new float[length];
        }
        window.at(matrix).get(source, 0, length);
        long address = memory.ofAtLeast(length);
        put(source, rows, columns, address);
        return address;
    }

    /**
     * Writes a matrix that lies in the heap, column by column without gaps, to memory of the caller.
     *
     * @param matrix its values
     * @param rows of the matrix
     * @param columns of the matrix
     * @param address where the copy is written
     */
    public void put(float[] matrix, int rows, int columns, long address) {
        int length = Math.multiplyExact(rows, columns);
        if (target.length < length) {
            target = new float[length];
        }
        int column = 0;
        for (; column + COLUMNS_AT_ONCE <= columns; column += COLUMNS_AT_ONCE) {
            eight(matrix, target, column, rows, columns);
        }
        for (; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                target[row * columns + column] = matrix[column * rows + row];
            }
        }
        window.at(address).put(target, 0, length);
    }

    /** Eight columns become half a line of the cache in each row: whole columns would touch each line as often as it has values. */
    private static void eight(float[] source, float[] target, int column, int rows, int columns) {
        int from = column * rows;
        int to = column;
        for (int row = 0; row < rows; row++) {
            target[to] = source[from];
            target[to + 1] = source[from + rows];
            target[to + 2] = source[from + 2 * rows];
            target[to + 3] = source[from + 3 * rows];
            target[to + 4] = source[from + 4 * rows];
            target[to + 5] = source[from + 5 * rows];
            target[to + 6] = source[from + 6 * rows];
            target[to + 7] = source[from + 7 * rows];
            from++;
            to += columns;
        }
    }
}
