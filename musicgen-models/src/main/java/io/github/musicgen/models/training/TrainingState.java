package io.github.musicgen.models.training;

import java.util.List;

/**
 * Where training is, beyond what the network holds.
 *
 * @param epoch the epoch under way, from 0 on
 * @param batch how many of its batches are learned
 * @param nats of the pairs of this epoch that are learned
 * @param learned how many these are
 * @param seconds since the beginning
 * @param history the epochs that have ended
 */
record TrainingState(int epoch, int batch, double nats, double learned, double seconds, List<EpochReport> history) {
    static final TrainingState BEGINNING = new TrainingState(0, 0, 0, 0, 0, List.of());

    TrainingState {
        history = List.copyOf(history);
    }

    /** The number of the best epoch, from 1 on; 0 for none yet. */
    int bestEpoch() {
        return EpochReport.bestOf(history);
    }
}
