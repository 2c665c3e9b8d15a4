package io.github.musicgen.models.evaluation.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.models.evaluation.Reference;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DensityComparisonTest {
    @Test
    void of_samples_isWhatScipySays() throws IOException {
        assertThat(Reference.densities()).hasSize(4);
        for (JsonPlace pair : Reference.densities()) {
            DensityComparison found = DensityComparison.of(
                    Reference.numbers(pair.field("first")), Reference.numbers(pair.field("second")));

            assertThat(found.overlapArea())
                    .as(pair.toString())
                    .isEqualTo(pair.field("overlapArea").number(), within(1e-6));
            double divergence = pair.field("klDivergence").number();
            assertThat(found.klDivergence()).as(pair.toString()).isEqualTo(divergence, within(1e-6 * divergence));
        }
    }

    @Test
    void of_equalSamples_overlapsButForWhatLiesBeyondThem() {
        double[] sample = {1, 2, 3, 4, 5, 6, 7, 8};

        DensityComparison same = DensityComparison.of(sample, sample);

        assertThat(same.klDivergence()).isZero();
        assertThat(same.overlapArea()).isBetween(0.7, 1.0);
    }

    @Test
    void of_samplesWithoutDeviation_isAllOrNothing() {
        double[] ones = {1, 1, 1};

        assertThat(DensityComparison.of(ones, ones)).isEqualTo(new DensityComparison(1, 0));
        DensityComparison apart = DensityComparison.of(ones, new double[] {2, 2});
        assertThat(apart.overlapArea()).isEqualTo(0, within(1e-9));
        assertThat(apart.klDivergence()).isGreaterThan(100).isFinite();
    }

    @Test
    void of_oneSampleWithoutDeviation_isFound() {
        DensityComparison found = DensityComparison.of(new double[] {0, 0, 0}, new double[] {0, 1, 2, 3, 4});

        assertThat(found.overlapArea())
                .as("the spike is hardly wider than a place")
                .isBetween(0.0, 0.01);
    }
}
