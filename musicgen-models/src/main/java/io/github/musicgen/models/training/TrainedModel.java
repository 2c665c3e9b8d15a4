package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import java.util.List;

/**
 * The outcome of training.
 *
 * @param bundle the weights of the best epoch
 * @param bestEpoch its number, from 1 on
 * @param history all epochs
 */
public record TrainedModel(Bundle bundle, int bestEpoch, List<EpochReport> history) {
    /** Copies the list. */
    public TrainedModel {
        history = List.copyOf(history);
    }
}
