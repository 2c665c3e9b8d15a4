package io.github.musicgen.models.evaluation.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistancesTest {
    private static final List<double[]> SET = List.of(new double[] {0, 0}, new double[] {3, 4}, new double[] {0, 1});

    @Test
    void within_aSet_isOfEachToAllOthers() {
        assertThat(Distances.within(SET)).containsExactly(5, 1, 5, Math.sqrt(18), 1, Math.sqrt(18));
        assertThat(Distances.within(List.of())).isEmpty();
    }

    @Test
    void between_sets_isOfEachToEach() {
        assertThat(Distances.between(List.of(new double[] {0, 0}, new double[] {3, 0}), SET))
                .containsExactly(0, 5, 1, 3, 4, Math.sqrt(10));
    }
}
