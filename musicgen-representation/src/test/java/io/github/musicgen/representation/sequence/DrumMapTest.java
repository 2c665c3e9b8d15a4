package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrumMapTest {
    /** The order is that of Magenta's DEFAULT_DRUM_TYPE_PITCHES. */
    @Test
    void nineClasses_arePlayedByTheDrumsThatMagentaPlaysThemBy() {
        List<Integer> played = java.util.stream.IntStream.range(0, 9)
                .mapToObj(DrumMap.NINE::pitchOf)
                .toList();
        assertThat(played).containsExactly(36, 38, 42, 46, 45, 48, 50, 49, 51);
        assertThat(DrumMap.NINE.size()).isEqualTo(9);
    }

    @Test
    void everyDrumOfGeneralMidi_hasOneClass_andOtherPitchesHaveNone() {
        for (int pitch = GeneralMidi.LOWEST_DRUM; pitch <= 81; pitch++) {
            assertThat(DrumMap.NINE.classOf(pitch)).as("pitch %d", pitch).isPresent();
        }
        assertThat(DrumMap.NINE.classOf(40)).hasValue(1);
        assertThat(DrumMap.NINE.classOf(0)).isEmpty();
        assertThat(DrumMap.NINE.classOf(127)).isEmpty();
    }

    @Test
    void aPlayedClass_isThatClass() {
        for (int i = 0; i < DrumMap.NINE.size(); i++) {
            assertThat(DrumMap.NINE.classOf(DrumMap.NINE.pitchOf(i))).hasValue(i);
        }
    }

    @Test
    void whatIsOutOfBounds_isRefused() {
        assertThatThrownBy(() -> DrumMap.NINE.pitchOf(9)).hasMessage("a class of drums must be 0..8, but was 9");
        assertThatThrownBy(() -> DrumMap.NINE.classOf(128)).hasMessageContaining("128");
        assertThatThrownBy(() -> new DrumMap(List.of(List.of(36), List.of(36))))
                .hasMessage("a drum must be in one class, but pitch 36 is in two");
        assertThatThrownBy(() -> new DrumMap(List.of(List.of()))).hasMessageContaining("but had none");
    }
}
