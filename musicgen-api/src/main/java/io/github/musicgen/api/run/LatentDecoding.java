package io.github.musicgen.api.run;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.plan.EventWalk;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import java.util.function.Supplier;

/**
 * From vectors to events under one plan. Immutable.
 *
 * @param model whose vectors they are
 * @param plan starts at the first step of what is allowed at each
 * @param sampling how to choose
 */
public record LatentDecoding(MelodyVae model, Supplier<? extends EventWalk> plan, SamplingOptions sampling) {
    /**
     * Decodes a vector. No step allocates.
     *
     * @param vector of the model's size
     * @param random what is drawn from
     * @return an event for each step
     */
    public int[] decode(LatentVector vector, SeededRandom random) {
        MelodyVaeState state = model.start(vector);
        EventWalk walk = plan.get();
        Sampler sampler = new Sampler(sampling, state.classCount());
        boolean[] allowed = new boolean[state.classCount()];
        int[] events = new int[model.configuration().steps()];
        for (int step = 0; step < events.length; step++) {
            if (step > 0) {
                state.feed(events[step - 1]);
            }
            for (int i = 0; i < allowed.length; i++) {
                allowed[i] = walk.allows(state.event(i));
            }
            events[step] = state.event(sampler.choose(state.scores(), allowed, random));
            walk.take(events[step]);
        }
        return events;
    }
}
