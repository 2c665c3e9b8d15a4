package io.github.musicgen.api.engine;

/**
 * A matrix of two weights in each float: half the memory, which is what the products of large layers wait for.
 *
 * <p>Each weight is a whole number of 12 bits, -2047 to 2047, times a scale of its row. Two rows lie in one array as {@code a * 4096 +
 * b}, which a float holds exactly, and plain arithmetic takes apart again: adding a number so large that its last place is worth 4096,
 * and subtracting it, leaves {@code a * 4096}. So the loop vectorizes wherever that of {@link RowMatrix} does, and gives the same bits
 * everywhere.
 */
final class PackedMatrix implements Matrix {
    private static final int LARGEST = 2047;
    private static final float UNIT = 4096;

    private final int rows;
    private final int columns;
    private final float[][] pairs; // [(rows + 1) / 2][columns]
    private final float[] scales; // [rows]; for the upper row of a pair divided by the unit

    private PackedMatrix(int rows, int columns, float[][] pairs, float[] scales) {
        this.rows = rows;
        this.columns = columns;
        this.pairs = pairs;
        this.scales = scales;
    }

    static PackedMatrix of(int rows, int columns, float[] values) {
        Shapes.requireValues(rows, columns, values);
        float[][] pairs = new float[(rows + 1) / 2][columns];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            float step = step(values, row * columns, columns);
            float unit = row % 2 == 0 ? UNIT : 1;
            for (int column = 0; column < columns; column++) {
                pairs[row / 2][column] += unit * Math.round(values[row * columns + column] / step);
            }
            scales[row] = step / unit;
        }
        return new PackedMatrix(rows, columns, pairs, scales);
    }

    /** What 1 stands for, so that the largest weight of a row is the largest number. */
    private static float step(float[] values, int from, int columns) {
        float largest = 0;
        for (int i = from; i < from + columns; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("weight " + i + " must be finite, but was " + values[i]);
            }
            largest = Math.max(largest, Math.abs(values[i]));
        }
        float step = largest / LARGEST;
        return step >= Float.MIN_NORMAL ? step : 1; // nothing but zeros, or what is as good as that
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
        int pair = 0;
        for (; pair + 2 <= pairs.length; pair += 2) {
            addTwoPairs(pair, x, y);
        }
        if (pair < pairs.length) {
            addPair(pair, x, y);
        }
    }

    @Override
    public void addProducts(float[][] x, float[][] y, int count) {
        int pair = 0;
        for (; pair + 2 <= pairs.length; pair += 2) {
            for (int i = 0; i < count; i++) {
                addTwoPairs(pair, x[i], y[i]);
            }
        }
        for (int i = 0; pair < pairs.length && i < count; i++) {
            addPair(pair, x[i], y[i]);
        }
    }

    private void addTwoPairs(int pair, float[] x, float[] y) {
        int row = 2 * pair;
        PackedRows.addTwo(
                pairs[pair],
                pairs[pair + 1],
                scaled(row, x),
                scaled(row + 1, x),
                scaled(row + 2, x),
                scaled(row + 3, x),
                y);
    }

    private void addPair(int pair, float[] x, float[] y) {
        PackedRows.add(pairs[pair], scaled(2 * pair, x), scaled(2 * pair + 1, x), y);
    }

    /** The input of a row, times the scale of its weights; none where the last pair has one row alone. */
    private float scaled(int row, float[] x) {
        return row < rows ? x[row] * scales[row] : 0;
    }

    @Override
    public void addRow(int row, float scale, float[] y) {
        float factor = scale * scales[row];
        boolean upper = row % 2 == 0;
        PackedRows.add(pairs[row / 2], upper ? factor : 0, upper ? 0 : factor, y);
    }
}
