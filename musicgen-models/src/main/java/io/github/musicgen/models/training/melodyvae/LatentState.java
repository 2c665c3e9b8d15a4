package io.github.musicgen.models.training.melodyvae;

import java.util.List;

/**
 * Where the training of a space of melodies is, beyond its weights.
 *
 * @param epoch the epoch under way, from 0 on
 * @param batch how many of its batches are learned
 * @param steps how often weights were moved since the beginning
 * @param cost of the melodies of this epoch that are learned, in nats
 * @param learned how many these are
 * @param seconds since the beginning
 * @param history the epochs that have ended
 */
record LatentState(
        int epoch, int batch, long steps, double cost, long learned, double seconds, List<LatentEpoch> history) {
    static final LatentState BEGINNING = new LatentState(0, 0, 0, 0, 0, 0, List.of());

    LatentState {
        history = List.copyOf(history);
    }

    int bestEpoch() {
        return LatentEpoch.bestOf(history);
    }
}
