package io.github.musicgen.models.evaluation.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.models.evaluation.Reference;
import java.io.IOException;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.junit.jupiter.api.Test;

class KernelDensityTest {
    private static final double LEAST = 1e-9;

    @Test
    void at_isWhatScipySays() throws IOException {
        for (JsonPlace pair : Reference.densities()) {
            KernelDensity density = KernelDensity.of(Reference.numbers(pair.field("first")), LEAST);
            double[] places = Reference.numbers(pair.field("places"));
            double[] expected = Reference.numbers(pair.field("density"));

            assertThat(density.bandwidth()).isEqualTo(pair.field("bandwidth").number(), within(1e-13));
            for (int i = 0; i < places.length; i++) {
                assertThat(density.at(places[i]))
                        .as("%s at %s", pair, places[i])
                        .isEqualTo(expected[i], within(1e-13));
            }
        }
    }

    @Test
    void at_everyPlace_addsUpToOne() {
        KernelDensity density = KernelDensity.of(new double[] {3, 1, 4, 1, 5, 9, 2, 6}, LEAST);

        assertThat(new SimpsonIntegrator().integrate(1 << 20, density::at, -20, 30))
                .isEqualTo(1, within(1e-6));
    }

    @Test
    void of_aSampleWithoutDeviation_hasTheLeastBandwidth() {
        assertThat(KernelDensity.of(new double[] {2, 2}, 0.25).bandwidth()).isEqualTo(0.25);
    }

    @Test
    void of_tooLittle_isRefused() {
        assertThatThrownBy(() -> KernelDensity.of(new double[] {1}, LEAST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a density can be estimated of 2 numbers or more, but there were 1");
        assertThatThrownBy(() -> KernelDensity.of(new double[] {1, 2}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the least bandwidth must be > 0, but was 0.0");
    }
}
