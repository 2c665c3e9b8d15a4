package io.github.musicgen.api.engine;

/** The run of a layer whose memory an attention block looks at. */
interface RecurrentState extends LayerState {
    /** The output of the last step, which the recurrent weights multiply. */
    float[] hidden();

    /** What the products of this step are added to; it holds the bias once the step has begun. */
    float[] sums();

    /** How many values {@link #writeMemory} writes. */
    int memorySize();

    /** Writes the cell (if there is one) and then the output into a buffer; returns the place behind them. */
    int writeMemory(float[] target, int offset);

    /** Reads back what {@link #writeMemory} wrote; returns the place behind it. */
    int readMemory(float[] source, int offset);

    @Override
    RecurrentState fork();
}
