package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.models.training.checkpoint.Saved;
import io.github.musicgen.models.training.course.AdamSteps;

/**
 * What the training of a band goes on from.
 *
 * @param weights of the network under way, with their moments and their average
 * @param state where it is
 * @param best the best weights so far of all networks, at first those that learned nothing
 */
record BandCheckpoint(AdamSteps weights, BandState state, BandVaeBundle best) implements Saved {
    @Override
    public long steps() {
        return state.total();
    }

    /** No two checkpoints may have one name, and a network that begins has the steps of the one that ended. */
    @Override
    public int epoch() {
        return state.history().size() + state.stage();
    }
}
