package io.github.musicgen.bench.rival;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.bench.SamplingLoop;

/** The step as users of the library take it. */
final class OwnLoop implements StepLoop {
    /** So many that starting again, which allocates, does not show. */
    private static final int MOST_STEPS = 1 << 20;

    private final MelodyRnn model;
    private MelodyRun run;

    OwnLoop(Bundle bundle, Engine engine) {
        SameScores.require(engine, bundle);
        this.model = bundle.model(engine);
        this.run = SamplingLoop.at(model, 0, MOST_STEPS);
    }

    @Override
    public int step() {
        if (run.length() == MOST_STEPS) {
            run = SamplingLoop.at(model, 0, MOST_STEPS);
        }
        return run.step();
    }
}
