package io.github.musicgen.api.engine;

/** A layer of a network that is run one step at a time: its weights, immutable and shared by all threads. */
public interface Layer {
    /**
     * The width of its input.
     *
     * @return values per step
     */
    int inputSize();

    /**
     * The width of its output.
     *
     * @return values per step
     */
    int outputSize();

    /**
     * How many numbers were trained.
     *
     * @return weights and biases
     */
    long parameterCount();

    /**
     * Starts a run from the zero state.
     *
     * @return a state that belongs to one run
     */
    LayerState start();

    /**
     * Makes what takes the steps of many runs together.
     *
     * @param most how many runs at once
     * @return a batch that belongs to one thread
     */
    LayerBatch batch(int most);
}
