package io.github.musicgen.api.engine;

final class JavaEngineTest extends EngineContract {
    @Override
    Engine engine() {
        return Engine.portable();
    }
}
