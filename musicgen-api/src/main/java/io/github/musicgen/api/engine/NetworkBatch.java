package io.github.musicgen.api.engine;

import java.util.List;

/**
 * Takes the steps of many runs of a network together, so that its weights meet many vectors at once. The runs stay what they are: each
 * may be in another batch, or alone, in its next step. Owned by one thread at a time; no step allocates.
 *
 * <p>A step is {@link #begin}, then the input of each run through {@link NetworkState#add}, then {@link #finish}. On the portable
 * engine each run answers as if it were alone, bit for bit.
 */
public final class NetworkBatch {
    private final StepNetwork network;
    private final List<LayerBatch> layers;
    private final LayerState[] states; // [most], of one layer
    private final float[][] values; // [most], on their way from layer to layer
    private final float[][] scores; // [most][classCount], of the runs

    NetworkBatch(StepNetwork network, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a batch must be of 1 run or more, but was of " + most);
        }
        this.network = network;
        this.layers = network.layers().stream().map(each -> each.batch(most)).toList();
        this.states = new LayerState[most];
        this.values = new float[most][];
        this.scores = new float[most][];
    }

    /**
     * Begins a step whose inputs are zero so far.
     *
     * @param runs runs of this network, each only once
     * @param count how many they are
     */
    public void begin(NetworkState[] runs, int count) {
        gather(runs, count, 0);
        layers.get(0).begin(states, count);
    }

    /**
     * Ends the step; the {@linkplain NetworkState#scores scores} of each run are those of this step.
     *
     * @param runs the runs that began it
     * @param count how many they are
     */
    public void finish(NetworkState[] runs, int count) {
        gather(runs, count, 0);
        layers.get(0).finish(states, values, count);
        for (int i = 1; i < layers.size(); i++) {
            gather(runs, count, i);
            layers.get(i).begin(states, count);
            layers.get(i).addAll(states, values, count);
            layers.get(i).finish(states, values, count);
        }
        for (int i = 0; i < count; i++) {
            scores[i] = runs[i].beginScores();
        }
        network.output().weights().addProducts(values, scores, count);
    }

    private void gather(NetworkState[] runs, int count, int layer) {
        for (int i = 0; i < count; i++) {
            states[i] = runs[i].layer(layer);
        }
    }
}
