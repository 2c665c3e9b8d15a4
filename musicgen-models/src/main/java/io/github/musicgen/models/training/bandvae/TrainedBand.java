package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bundle.BandVaeBundle;
import java.util.List;

/**
 * What a {@link BandTraining} gives.
 *
 * @param bundle the band, with the weights of the best epoch of each of its networks
 * @param history what became of each epoch
 */
public record TrainedBand(BandVaeBundle bundle, List<BandEpoch> history) {
    /** Copies the list. */
    public TrainedBand {
        history = List.copyOf(history);
    }
}
