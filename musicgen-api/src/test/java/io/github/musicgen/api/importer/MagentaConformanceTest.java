package io.github.musicgen.api.importer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.testing.MagentaContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "musicgen.magenta", matches = ".+")
class MagentaConformanceTest extends MagentaContract {
    @Override
    protected Engine engine() {
        return Engine.portable();
    }

    @Test
    void polyphony_isRefusedByName() {
        assertThatThrownBy(() -> ModelFiles.read(FOLDER.resolve("polyphony_rnn_128x2.mag")))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("Polyphony RNN")
                .hasMessageContaining("polyphony_rnn_128x2.mag");
    }
}
