package io.github.musicgen.models.evaluation.melodyvae;

import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import java.util.Arrays;

/** Draws events of a space, any of which may come. */
final class FreeEvents {
    private final Sampler sampler;
    private final boolean[] allowed;
    private final SeededRandom random;

    FreeEvents(MelodyVae model, SamplingOptions sampling, SeededRandom random) {
        int classes = model.configuration().vocabulary().size();
        this.sampler = new Sampler(sampling, classes);
        this.allowed = new boolean[classes];
        Arrays.fill(allowed, true);
        this.random = random;
    }

    /** Draws the next event, and goes on from it. */
    int feed(MelodyVaeState state) {
        int event = state.event(sampler.choose(state.scores(), allowed, random));
        state.feed(event);
        return event;
    }
}
