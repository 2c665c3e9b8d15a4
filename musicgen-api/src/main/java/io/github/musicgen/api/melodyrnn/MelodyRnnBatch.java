package io.github.musicgen.api.melodyrnn;

import io.github.musicgen.api.engine.NetworkBatch;
import io.github.musicgen.api.engine.NetworkState;

/** Feeds many runs of one melody model at once. Owned by one thread at a time; no step allocates. */
public final class MelodyRnnBatch {
    private final NetworkBatch batch;
    private final NetworkState[] networks; // [most], of the runs

    MelodyRnnBatch(NetworkBatch batch, int most) {
        this.batch = batch;
        this.networks = new NetworkState[most];
    }

    /**
     * Appends an event to each run and runs the network on all of them: on the portable engine the same as {@link
     * MelodyRnnState#feed} of one after the other.
     *
     * @param runs runs of the model, each only once
     * @param events an event of the model for each
     * @param count how many they are
     * @throws IllegalArgumentException if the model has no such event; the runs are then of no more use
     */
    public void feed(MelodyRnnState[] runs, int[] events, int count) {
        for (int i = 0; i < count; i++) {
            runs[i].append(events[i]);
            networks[i] = runs[i].network();
        }
        batch.begin(networks, count);
        for (int i = 0; i < count; i++) {
            runs[i].writeInput();
        }
        batch.finish(networks, count);
    }
}
