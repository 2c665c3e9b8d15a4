package io.github.musicgen.examples.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SliceTimesTest {
    @Test
    void aSummary_tellsMedian_percentileWorst_andWhatBrokeTheBudget() {
        long[] nanos = LongStream.rangeClosed(1, 1_000).map(i -> i * 2_000).toArray();

        assertThat(SliceTimes.Summary.of(nanos)).isEqualTo(new SliceTimes.Summary(1_000, 1.002, 1.982, 2.0, 500));
        assertThat(nanos).startsWith(2_000, 4_000);
    }

    @Test
    void slices_areMeasured_asManyAsFit() {
        SliceTimes times = new SliceTimes(2);
        for (int i = 0; i < 3; i++) {
            times.begin();
            times.end(i == 1);
        }
        assertThat(times.elapsed().slices()).isEqualTo(2);
        assertThat(times.worked().slices()).isEqualTo(2);
        assertThat(times.composing().orElseThrow().slices()).isEqualTo(1);
        assertThat(new SliceTimes(2).composing()).isEmpty();
        assertThatThrownBy(() -> new SliceTimes(0).elapsed())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be at least 1 slice, but there was none");
    }
}
