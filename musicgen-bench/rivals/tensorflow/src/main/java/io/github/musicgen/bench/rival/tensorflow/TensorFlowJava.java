package io.github.musicgen.bench.rival.tensorflow;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.bench.rival.Rival;
import io.github.musicgen.bench.rival.RivalNetwork;
import io.github.musicgen.bench.rival.RivalRuntime;

/** The service. */
public final class TensorFlowJava implements RivalRuntime {
    @Override
    public Rival rival() {
        return Rival.TENSORFLOW;
    }

    @Override
    public RivalNetwork network(Bundle bundle) {
        return new TensorFlowNetwork(bundle);
    }
}
