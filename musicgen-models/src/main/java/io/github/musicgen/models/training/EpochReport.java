package io.github.musicgen.models.training;

import io.github.musicgen.models.evaluation.ModelScore;
import java.util.List;

/**
 * What became of an epoch.
 *
 * @param epoch its number, from 1 on
 * @param steps how often weights have been moved since the beginning
 * @param trainingNats nats per step while it was learning, with dropout if there is any
 * @param validation how the model finds melodies that it does not learn
 * @param learningRate at its end
 * @param seconds since the beginning, pauses left out
 */
public record EpochReport(
        int epoch, long steps, double trainingNats, ModelScore validation, double learningRate, double seconds) {
    /**
     * The best of several epochs, whose weights are kept: the first of those that find melodies which they do not learn least
     * surprising.
     *
     * @param history epochs, from the first on
     * @return the number of the best, from 1 on; 0 if there are none
     */
    public static int bestOf(List<EpochReport> history) {
        int best = Math.min(1, history.size());
        for (int i = 1; i < history.size(); i++) {
            best = history.get(i).nats() < history.get(best - 1).nats() ? i + 1 : best;
        }
        return best;
    }

    private double nats() {
        return validation.natsPerStep();
    }
}
