package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MetricComparisonTest {
    @Test
    void of_samplesThatDiffer_isUnlikely() {
        MetricComparison found = MetricComparison.of(new double[] {1, 2, 3, 4, 5}, new double[] {6, 7, 8, 9, 10});

        assertThat(found.generated()).isEqualTo(3);
        assertThat(found.heldOut()).isEqualTo(8);
        assertThat(found.pValue()).as("two of the 252 ways to deal ten numbers").isEqualTo(2 / 252.0, within(1e-6));
    }

    @Test
    void of_noNumbers_leavesThemOut() {
        MetricComparison found = MetricComparison.of(new double[] {Double.NaN, 2, 4}, new double[] {5, Double.NaN});

        assertThat(found.generated()).isEqualTo(3);
        assertThat(found.heldOut()).isEqualTo(5);
        assertThat(found.pValue()).isNaN();
        assertThat(MetricComparison.of(new double[0], new double[0]).generated())
                .isNaN();
    }

    @Test
    void of_numbersThatDifferByARounding_isNoFault() {
        double[] one = {0.3, 0.1 + 0.2, 1, 1, Math.nextUp(1.0)};
        double[] other = {0.3, 1, Math.nextDown(1.0), 1, 0.1 + 0.2};

        assertThat(MetricComparison.of(one, other).pValue()).isBetween(0.5, 1.0);
    }
}
