package io.github.musicgen.api.engine;

import io.github.musicgen.representation.encoding.InputSink;
import java.util.Optional;

/**
 * One run of a network: all its memory and buffers. Owned by one thread at a time; no step allocates.
 *
 * <p>A step is {@link #begin}, the input through {@link #add}, then {@link #finish}.
 */
public final class NetworkState implements InputSink {
    private final StepNetwork network;
    private final LayerState[] layers;
    private final float[] scores; // [classCount]

    private NetworkState(StepNetwork network, LayerState[] layers) {
        this.network = network;
        this.layers = layers;
        this.scores = new float[network.classCount()];
    }

    static NetworkState start(StepNetwork network) {
        return new NetworkState(
                network, network.layers().stream().map(Layer::start).toArray(LayerState[]::new));
    }

    /** Begins a step whose input is zero so far. */
    public void begin() {
        layers[0].begin();
    }

    @Override
    public void add(int index, float value) {
        layers[0].add(index, value);
    }

    /**
     * Ends the step.
     *
     * @return the scores of the classes before the softmax, valid until the next step ends // [classCount]
     */
    public float[] finish() {
        float[] values = layers[0].finish();
        for (int i = 1; i < layers.length; i++) {
            layers[i].begin();
            layers[i].addAll(values);
            values = layers[i].finish();
        }
        network.output().apply(values, scores);
        return scores;
    }

    /**
     * Puts something in place of what the layers remember. Not to be called within a step.
     *
     * @param memory of each layer, from the first on, the cell (if it has one) and then the output
     * @throws IllegalArgumentException if these are not as many values as the layers remember, or a layer remembers more than cells do
     */
    public void remember(float[] memory) {
        int size = 0;
        for (LayerState layer : layers) {
            size += recurrent(layer).memorySize();
        }
        if (memory.length != size) {
            throw new IllegalArgumentException(
                    "the memory of a network must be " + size + " values, but was " + memory.length);
        }
        int place = 0;
        for (LayerState layer : layers) {
            place = recurrent(layer).readMemory(memory, place);
        }
    }

    private static RecurrentState recurrent(LayerState layer) {
        if (layer instanceof RecurrentState cells) {
            return cells;
        }
        throw new IllegalArgumentException("the layers must be cells, but one has attention");
    }

    /** The run of a layer. */
    LayerState layer(int index) {
        return layers[index];
    }

    /** The scores before their product. */
    float[] beginScores() {
        network.output().bias().copyTo(scores);
        return scores;
    }

    /**
     * What the last step gave.
     *
     * @return the scores of the classes before the softmax, zeros before the first step; valid until the next step ends //
     *     [classCount]
     */
    public float[] scores() {
        return scores;
    }

    /**
     * Where attention lay in the last step.
     *
     * @return the weight of each remembered output, the latest first; nothing in a network without attention
     */
    public Optional<float[]> attention() {
        for (LayerState layer : layers) {
            if (layer instanceof AttentionState attentive) {
                return Optional.of(attentive.attention());
            }
        }
        return Optional.empty();
    }

    /**
     * An independent run that goes on from here. Not to be called within a step.
     *
     * @return the copy
     */
    public NetworkState fork() {
        LayerState[] forked = new LayerState[layers.length];
        for (int i = 0; i < forked.length; i++) {
            forked[i] = layers[i].fork();
        }
        NetworkState copy = new NetworkState(network, forked);
        System.arraycopy(scores, 0, copy.scores, 0, scores.length);
        return copy;
    }
}
