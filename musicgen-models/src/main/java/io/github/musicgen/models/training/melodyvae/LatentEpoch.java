package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.models.layers.sequence.AutoencoderLoss;
import java.util.List;

/**
 * What became of an epoch of a {@link LatentTraining}.
 *
 * @param epoch its number, from 1 on
 * @param steps how often weights have been moved since the beginning
 * @param training what stretches cost in the mean while it was learning, in nats a stretch
 * @param validation what stretches cost that it does not learn, all of the divergence counted and the true events shown
 * @param learningRate at its end
 * @param seconds since the beginning, pauses left out
 */
public record LatentEpoch(
        int epoch, long steps, double training, AutoencoderLoss validation, double learningRate, double seconds) {
    /**
     * The best of several epochs, whose weights are kept: the first of those in which other stretches cost least.
     *
     * @param history epochs, from the first on
     * @return the number of the best, from 1 on; 0 if there are none
     */
    public static int bestOf(List<LatentEpoch> history) {
        int best = Math.min(1, history.size());
        for (int i = 1; i < history.size(); i++) {
            best = history.get(i).validation().total()
                            < history.get(best - 1).validation().total()
                    ? i + 1
                    : best;
        }
        return best;
    }
}
