package io.github.musicgen.bench.rival.pytorch;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.bench.rival.Rival;
import io.github.musicgen.bench.rival.RivalNetwork;
import io.github.musicgen.bench.rival.RivalRuntime;

/** The service. */
public final class PyTorchOperations implements RivalRuntime {
    @Override
    public Rival rival() {
        return Rival.PYTORCH_OPERATIONS;
    }

    @Override
    public RivalNetwork network(Bundle bundle) {
        return new PyTorchCells(bundle);
    }
}
