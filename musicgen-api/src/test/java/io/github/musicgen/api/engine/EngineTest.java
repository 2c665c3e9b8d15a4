package io.github.musicgen.api.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class EngineTest {
    @Test
    void named_findsThePortableEngine() {
        assertThat(Engine.named("java")).isSameAs(Engine.portable());
    }

    @Test
    void named_withoutSuchAnEngine_tellsWhichThereAre() {
        assertThatThrownBy(() -> Engine.named("cuda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the engine must be one of [java], but was \"cuda\"");
    }
}
