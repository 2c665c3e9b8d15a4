package io.github.musicgen.representation.encoding;

/** Takes the input of one step, entry by entry: a few rows of weights to add up, or a vector to fill. */
@FunctionalInterface
public interface InputSink {
    /**
     * Takes an entry that is not zero. No index comes twice in one input, and they come in ascending order.
     *
     * @param index its place in the input
     * @param value its value
     */
    void add(int index, float value);
}
