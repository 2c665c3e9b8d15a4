package io.github.musicgen.api.engine;

/** The run of a layer whose memory an attention block looks at. */
interface RecurrentState extends LayerState {
    /** How many values {@link #writeMemory} writes. */
    int memorySize();

    /** Writes the cell (if there is one) and then the output into a buffer; returns the place behind them. */
    int writeMemory(float[] target, int offset);

    @Override
    RecurrentState fork();
}
