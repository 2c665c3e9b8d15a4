package io.github.musicgen.api.engine;

/** The oracle keeps the contract too. */
final class ReferenceEngineTest extends EngineContract {
    @Override
    Engine engine() {
        return new ReferenceEngine();
    }
}
