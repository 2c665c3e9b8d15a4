package io.github.musicgen.models.evaluation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.models.evaluation.Reference;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MuspyMetricTest {
    @ParameterizedTest
    @EnumSource
    void of_melodies_isWhatMuspySays(MuspyMetric metric) throws IOException {
        for (JsonPlace place : Reference.melodies()) {
            double expected = Reference.numbers(place.field("muspy").field(metric.word()))[0];
            double found = metric.of(NoteLine.of(Reference.melody(place)));

            if (Double.isNaN(expected)) {
                assertThat(found).as(place.toString()).isNaN();
            } else {
                assertThat(found).as(place.toString()).isEqualTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void of_aScale_isWhatOneCounts() {
        NoteLine line = NoteLine.of(Melody.of(60, -2, -2, -2, 62, -2, -2, -2, 64, -2, -2, -2, 66, -2, -2, -2));

        assertThat(MuspyMetric.PITCH_ENTROPY.of(line)).isEqualTo(2, within(1e-15));
        assertThat(MuspyMetric.SCALE_CONSISTENCY.of(line)).as("G major").isEqualTo(1);
        assertThat(MuspyMetric.EMPTY_BEAT_RATE.of(line)).isZero();
        assertThat(MuspyMetric.GROOVE_CONSISTENCY.of(line))
                .as("the bar that MusPy adds is empty, and differs in 4 of 16 steps")
                .isEqualTo(0.75);
    }

    @Test
    void of_silence_isANumberOnlyOfWhatCanBeCounted() {
        NoteLine silence = NoteLine.of(Melody.of(-2, -2));

        assertThat(MuspyMetric.PITCHES_USED.of(silence)).isZero();
        assertThat(MuspyMetric.PITCH_CLASSES_USED.of(silence)).isZero();
        assertThat(MuspyMetric.PITCH_RANGE.of(silence)).isZero();
        assertThat(MuspyMetric.PITCH_ENTROPY.of(silence)).isNaN();
        assertThat(MuspyMetric.SCALE_CONSISTENCY.of(silence)).isNaN();
        assertThat(MuspyMetric.EMPTY_BEAT_RATE.of(silence)).isNaN();
        assertThat(MuspyMetric.GROOVE_CONSISTENCY.of(silence)).isNaN();
    }
}
