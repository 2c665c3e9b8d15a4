package io.github.musicgen.models.evaluation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.models.evaluation.Reference;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MgevalFeatureTest {
    @ParameterizedTest
    @EnumSource
    void of_melodies_isWhatMgevalSays(MgevalFeature feature) throws IOException {
        assertThat(Reference.melodies()).hasSize(16);
        for (JsonPlace place : Reference.melodies()) {
            double[] expected = Reference.numbers(place.field("mgeval").field(feature.word()));

            assertThat(feature.of(NoteLine.of(Reference.melody(place))))
                    .as(place.toString())
                    .containsExactly(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_silence_isZero(MgevalFeature feature) {
        assertThat(feature.of(NoteLine.of(Melody.of(-2, -2, -2)))).isNotEmpty().containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void of_aMelodyAnywhereInMusic_isTheSame(MgevalFeature feature) {
        Melody melody = Melody.of(60, -2, 64, -1, 67, -2, -2, -2, 60, -2, -2, -2, -2, -2, -2, -2, 71);

        assertThat(feature.of(NoteLine.of(melody.withStartStep(37)))).isEqualTo(feature.of(NoteLine.of(melody)));
    }

    @Test
    void of_theNotesOfATriad_isWhatOneCounts() {
        NoteLine line = NoteLine.of(Melody.of(60, -2, 64, -1, 67, -2, -2, -2));

        assertThat(MgevalFeature.TOTAL_USED_PITCH.of(line)).containsExactly(3);
        assertThat(MgevalFeature.PITCH_RANGE.of(line)).containsExactly(7);
        assertThat(MgevalFeature.AVERAGE_PITCH_SHIFT.of(line)).containsExactly(3.5);
        assertThat(MgevalFeature.AVERAGE_INTER_ONSET_INTERVAL.of(line)).containsExactly(0.5);
        assertThat(MgevalFeature.PITCH_CLASS_HISTOGRAM.of(line))
                .containsExactly(2 / 7.0, 0, 0, 0, 1 / 7.0, 0, 0, 4 / 7.0, 0, 0, 0, 0);
        assertThat(MgevalFeature.PITCH_CLASS_TRANSITION_MATRIX.of(line)[4])
                .as("C to E; a rest parts E and G")
                .isEqualTo(1);
        assertThat(MgevalFeature.PITCH_CLASS_TRANSITION_MATRIX.of(line)[4 * 12 + 7])
                .isZero();
        assertThat(MgevalFeature.NOTE_LENGTH_HISTOGRAM.of(line))
                .as("an eighth, a sixteenth, a quarter")
                .containsExactly(0, 0, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void barFeatures_leaveOutWhatLiesBehindTheEighthBar() {
        int[] events = new int[16 * 10];
        Arrays.setAll(events, step -> step % 4 == 0 ? 60 + step % 16 : -2);

        assertThat(MgevalFeature.BAR_USED_NOTE.of(NoteLine.of(Melody.of(events))))
                .hasSize(8)
                .containsOnly(4);
        assertThat(MgevalFeature.BAR_USED_PITCH.of(NoteLine.of(Melody.of(events))))
                .hasSize(8)
                .containsOnly(4);
    }
}
