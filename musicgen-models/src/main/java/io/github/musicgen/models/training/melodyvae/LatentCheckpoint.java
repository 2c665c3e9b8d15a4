package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.models.training.checkpoint.Saved;
import io.github.musicgen.models.training.course.AdamSteps;
import org.jspecify.annotations.Nullable;

/**
 * What the training of a space goes on from.
 *
 * @param weights with their moments and their average
 * @param state where it is
 * @param best the best weights so far, if an epoch has ended
 */
record LatentCheckpoint(
        AdamSteps weights, LatentState state, @Nullable MelodyVaeBundle best) implements Saved {
    @Override
    public long steps() {
        return state.steps();
    }

    @Override
    public int epoch() {
        return state.epoch();
    }
}
