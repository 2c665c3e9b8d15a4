package io.github.musicgen.bench.rival;

/** The gates of an LSTM cell, in the order in which our tensors hold their blocks of columns. */
public enum Gate {
    INPUT(0),
    FORGET(1),
    OUTPUT(2),
    NEW_VALUE(3);

    private final int block;

    Gate(int block) {
        this.block = block;
    }

    /** How many blocks of columns come before its own. */
    public int block() {
        return block;
    }

    /**
     * Weights with their blocks of columns in another order.
     *
     * @param weights in the order of ours // [rows * columns]
     * @param columns four blocks
     * @param order of the blocks that come back
     */
    static float[] reordered(float[] weights, int columns, Gate... order) {
        float[] reordered = new float[weights.length];
        int units = columns / order.length;
        for (int row = 0; row < weights.length; row += columns) {
            for (int block = 0; block < order.length; block++) {
                System.arraycopy(weights, row + order[block].block * units, reordered, row + block * units, units);
            }
        }
        return reordered;
    }
}
