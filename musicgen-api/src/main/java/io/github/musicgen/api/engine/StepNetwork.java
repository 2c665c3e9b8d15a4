package io.github.musicgen.api.engine;

import java.util.List;

/**
 * A network that reads one event per step and answers with a score for each class.
 *
 * @param layers its layers, each as wide as the next one's input
 * @param output from the last layer to the scores
 */
public record StepNetwork(List<Layer> layers, Dense output) {
    /** Checks that the widths agree; copies the list. */
    public StepNetwork {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network must have at least one layer");
        }
        for (int i = 1; i < layers.size(); i++) {
            requireWidth("layer " + i, layers.get(i).inputSize(), layers.get(i - 1));
        }
        requireWidth("the output layer", output.weights().rows(), layers.get(layers.size() - 1));
    }

    private static void requireWidth(String name, int width, Layer before) {
        if (width != before.outputSize()) {
            throw new IllegalArgumentException(
                    name + " must have " + before.outputSize() + " inputs, but had " + width);
        }
    }

    /**
     * The width of the input.
     *
     * @return values per step
     */
    public int inputSize() {
        return layers.get(0).inputSize();
    }

    /**
     * The number of classes.
     *
     * @return scores per step
     */
    public int classCount() {
        return output.weights().columns();
    }

    /**
     * How many numbers were trained.
     *
     * @return weights and biases
     */
    public long parameterCount() {
        return layers.stream().mapToLong(Layer::parameterCount).sum() + output.parameterCount();
    }

    /**
     * Starts a run from the zero state.
     *
     * @return a state that belongs to one run
     */
    public NetworkState start() {
        return NetworkState.start(this);
    }

    /**
     * Makes what takes the steps of many runs together.
     *
     * @param most how many runs at once
     * @return a batch that belongs to one thread
     */
    public NetworkBatch batch(int most) {
        return new NetworkBatch(this, most);
    }
}
