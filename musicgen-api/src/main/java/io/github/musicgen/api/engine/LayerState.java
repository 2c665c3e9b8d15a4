package io.github.musicgen.api.engine;

import io.github.musicgen.representation.encoding.InputSink;

/**
 * One run of a layer: its memory and all its buffers. Owned by one thread at a time; no step allocates.
 *
 * <p>A step is {@link #begin}, then its input in any number of pieces, then {@link #finish}.
 */
public interface LayerState extends InputSink {
    /** Begins a step whose input is zero so far. */
    void begin();

    /**
     * Adds to one place of the input.
     *
     * @param index the place
     * @param value what is added there
     */
    @Override
    void add(int index, float value);

    /**
     * Adds a whole vector to the input.
     *
     * @param input as wide as the layer's input
     */
    void addAll(float[] input);

    /**
     * Ends the step.
     *
     * @return the output, which stays valid until the next step begins // [outputSize]
     */
    float[] finish();

    /**
     * An independent run that goes on from here. Not to be called within a step.
     *
     * @return the copy
     */
    LayerState fork();
}
