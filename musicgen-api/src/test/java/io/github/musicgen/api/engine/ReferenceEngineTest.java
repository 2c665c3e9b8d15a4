package io.github.musicgen.api.engine;

import io.github.musicgen.api.testing.EngineContract;
import io.github.musicgen.api.testing.ReferenceEngine;

/** The oracle keeps the contract too. */
final class ReferenceEngineTest extends EngineContract {
    @Override
    protected Engine engine() {
        return new ReferenceEngine();
    }
}
