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
    void fastest_withoutNativeEngines_isInJavaAndDependsOnTheSize() {
        assertThat(Engine.fastest(200_000)).isSameAs(Engine.portable());
        assertThat(Engine.fastest(5_000_000)).isSameAs(Engine.compact());
    }

    @Test
    void named_withoutSuchAnEngine_tellsWhichThereAre() {
        assertThatThrownBy(() -> Engine.named("cuda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the engine must be one of [java, java-12bit], but was \"cuda\"");
        assertThatThrownBy(() -> Engine.named("openblas"))
                .hasMessageEndingWith("but was \"openblas\", which musicgen-models brings");
    }
}
