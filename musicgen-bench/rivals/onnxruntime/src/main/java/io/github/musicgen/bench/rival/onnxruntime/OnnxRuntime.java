package io.github.musicgen.bench.rival.onnxruntime;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.bench.rival.Rival;
import io.github.musicgen.bench.rival.RivalNetwork;
import io.github.musicgen.bench.rival.RivalRuntime;

/** The service. */
public final class OnnxRuntime implements RivalRuntime {
    @Override
    public Rival rival() {
        return Rival.ONNX_RUNTIME;
    }

    @Override
    public RivalNetwork network(Bundle bundle) {
        return new OnnxNetwork(bundle);
    }
}
