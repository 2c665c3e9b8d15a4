package io.github.musicgen.models.engine;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.testing.MagentaContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "musicgen.magenta", matches = ".+")
class NativeConformanceTest extends MagentaContract {
    private static final NativeEngine ENGINE = new NativeEngine();

    @Override
    protected Engine engine() {
        return ENGINE;
    }

    @AfterAll
    static void free() {
        ENGINE.close();
    }
}
