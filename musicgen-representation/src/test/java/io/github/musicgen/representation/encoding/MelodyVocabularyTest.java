package io.github.musicgen.representation.encoding;

import static io.github.musicgen.representation.melody.Melody.NOTE_OFF;
import static io.github.musicgen.representation.melody.Melody.NO_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MelodyVocabularyTest {
    private final MelodyVocabulary octave = new MelodyVocabulary(60, 72);

    @ParameterizedTest
    @CsvSource({"60, 72, 14", "0, 128, 130", "60, 61, 3", "48, 84, 38"})
    void size_isThePitchesAndTwo(int min, int max, int size) {
        assertThat(new MelodyVocabulary(min, max).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"-1, 12", "60, 129", "72, 72"})
    void range_outsideMidiOrEmpty_isRefused(int min, int max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MelodyVocabulary(min, max))
                .withMessage("range of a melody must lie within 0..128 and hold a pitch, but was " + min + ".." + max);
    }

    @ParameterizedTest
    @CsvSource({"-2, 0", "-1, 1", "60, 2", "63, 5", "71, 13"})
    void codes_areNoEventNoteOffThenPitches(int event, int code) {
        assertThat(octave.code(event)).isEqualTo(code);
        assertThat(octave.event(code)).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 59, 72, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void code_ofAnEventOutside_isRefused(int event) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> octave.code(event))
                .withMessage("event must be -2, -1 or a pitch in 60..71, but was " + event);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 14})
    void event_ofNoCode_isRefused(int code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> octave.event(code))
                .withMessage("class must be 0..13, but was " + code);
    }

    @Test
    void defaultEvent_isNoEvent() {
        assertThat(octave.defaultEvent()).isEqualTo(NO_EVENT).isNotEqualTo(NOTE_OFF);
    }
}
