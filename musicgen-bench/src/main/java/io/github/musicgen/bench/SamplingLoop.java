package io.github.musicgen.bench;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.api.plan.Plan;
import io.github.musicgen.api.plan.Situation;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.api.run.Primer;
import io.github.musicgen.api.sampling.SamplingOptions;
import java.util.List;

/** The loop behind every generation, on its own: no primer, no wishes. */
public final class SamplingLoop {
    private SamplingLoop() {}

    /** A run that has taken some steps and can take more. */
    static MelodyRun at(NamedModel named, int taken, int more) {
        return at(named.bundle().model(Engine.portable()), taken, more);
    }

    /** A run of any model, on any engine. */
    public static MelodyRun at(MelodyRnn model, int taken, int more) {
        MelodyRnnConfiguration configuration = model.configuration();
        Primer primer = Primer.nothing(0, 0, configuration);
        Situation situation = Situation.after(
                primer.melody(),
                taken + more,
                pitch -> pitch >= configuration.minPitch() && pitch < configuration.maxPitch(),
                0);
        MelodyRun run = MelodyRun.start(
                MelodyRun.hear(model, primer, Deadline.NONE),
                primer,
                Plan.of(situation, List.of()).start(),
                SamplingOptions.DEFAULT,
                SeededRandom.ofSeed(1),
                taken + more);
        for (int i = 0; i < taken; i++) {
            run.step();
        }
        return run;
    }
}
