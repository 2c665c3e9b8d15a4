package io.github.musicgen.api.engine;

import io.github.musicgen.api.testing.EngineContract;

final class JavaEngineTest extends EngineContract {
    @Override
    protected Engine engine() {
        return Engine.portable();
    }
}
