package io.github.musicgen.models.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.musicgen.models.OtherJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenBLAS chooses as it is loaded, so that each choice takes a JVM of its own. */
class KernelsTest {
    /** Prints what the test wants to know. */
    static final class Asked {
        private Asked() {}

        public static void main(String[] args) {
            System.out.print(Kernels.areFor512Bits());
        }
    }

    @ParameterizedTest
    @CsvSource({"HASWELL, false", "SKYLAKEX, true", "COOPERLAKE, true", "NEHALEM, false"})
    void kernelsThatWereAskedFor_areSeenWhateverTheProcessorHas(String kernels, String areFor512Bits) throws Exception {
        assumeThat(Vectors.areOf512Bits()).isTrue(); // elsewhere OpenBLAS does not take what it is told

        assertThat(answer(kernels)).isEqualTo(areFor512Bits);
    }

    @Test
    void processorWithoutWideRegisters_hasNoKernelsForThem() {
        assumeThat(Vectors.areOf512Bits()).isFalse();

        assertThat(Kernels.areFor512Bits()).isFalse();
    }

    private static String answer(String kernels) throws IOException, InterruptedException {
        ProcessBuilder asking = OtherJvm.with(Asked.class);
        asking.environment().put("OPENBLAS_CORETYPE", kernels);
        return OtherJvm.output(asking);
    }
}
