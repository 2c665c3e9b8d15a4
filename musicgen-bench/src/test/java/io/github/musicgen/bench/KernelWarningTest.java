package io.github.musicgen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelWarningTest {
    @Test
    void variablesThatChangeProducts_areTold() {
        assertThat(KernelWarning.of(Map.of("OPENBLAS_CORETYPE", "Haswell", "HOME", "/")))
                .hasValueSatisfying(told -> assertThat(told).endsWith(": {OPENBLAS_CORETYPE=Haswell}"));
        assertThat(KernelWarning.of(Map.of("OPENBLAS_L2_SIZE", "512"))).isPresent();
    }

    @Test
    void variablesThatChangeNone_areNot() {
        assertThat(KernelWarning.of(Map.of("OPENBLAS_NUM_THREADS", "1", "HOME", "/")))
                .isEmpty();
    }
}
