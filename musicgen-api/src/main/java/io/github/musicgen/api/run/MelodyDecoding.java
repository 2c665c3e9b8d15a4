package io.github.musicgen.api.run;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.plan.Plan;
import io.github.musicgen.api.plan.PlanWalk;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.melody.Melody;

/**
 * From vectors to melodies under one plan. Immutable.
 *
 * @param model whose vectors they are
 * @param plan what is allowed at each step
 * @param sampling how to choose
 */
public record MelodyDecoding(MelodyVae model, Plan plan, SamplingOptions sampling) {
    /**
     * Decodes a vector. No step allocates.
     *
     * @param vector of the model's size
     * @param random what is drawn from
     * @return the melody
     */
    public Melody decode(LatentVector vector, SeededRandom random) {
        MelodyVaeConfiguration configuration = model.configuration();
        MelodyVaeState state = model.start(vector);
        PlanWalk walk = plan.start();
        Sampler sampler = new Sampler(sampling, state.classCount());
        boolean[] allowed = new boolean[state.classCount()];
        int[] events = new int[configuration.steps()];
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
        return Melody.of(events).withMeter(configuration.stepsPerBar(), configuration.stepsPerQuarter());
    }
}
