package io.github.musicgen.api.engine;

/**
 * Takes the steps of many runs of a layer together, so that weights meet many vectors at once. The runs stay what they are: each may be
 * in another batch, or alone, in its next step. Owned by one thread at a time; no step allocates.
 *
 * <p>A step is {@link #begin}, then the input of each run in any number of pieces, then {@link #finish}, all for the same runs.
 */
public interface LayerBatch {
    /**
     * Begins a step whose inputs are zero so far.
     *
     * @param states runs of this layer
     * @param count how many they are
     */
    void begin(LayerState[] states, int count);

    /**
     * Adds a whole vector to the input of each run.
     *
     * @param states the runs
     * @param inputs as wide as the layer's input // [count][inputSize]
     * @param count how many they are
     */
    void addAll(LayerState[] states, float[][] inputs, int count);

    /**
     * Ends the step.
     *
     * @param states the runs
     * @param outputs receives the output of each, which stays valid until its next step begins // [count][outputSize]
     * @param count how many they are
     */
    void finish(LayerState[] states, float[][] outputs, int count);
}
