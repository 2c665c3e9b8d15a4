package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import java.util.List;

/**
 * What a {@link LatentTraining} gives.
 *
 * @param bundle the model, with the weights of the best epoch
 * @param bestEpoch its number, from 1 on
 * @param history what became of each epoch
 */
public record TrainedLatentModel(MelodyVaeBundle bundle, int bestEpoch, List<LatentEpoch> history) {
    /** Copies the list. */
    public TrainedLatentModel {
        history = List.copyOf(history);
    }
}
