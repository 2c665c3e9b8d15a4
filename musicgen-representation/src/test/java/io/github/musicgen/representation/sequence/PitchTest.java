package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PitchTest {
    @ParameterizedTest
    @CsvSource({
        "C4,60", "c4,60", "A4,69", "Eb5,75", "D#5,75", "C-1,0", "G9,127", "Cb4,59", "B#3,60", "F##4,67", "Abb4,67",
        "bb3,58"
    })
    void parse_aName_isThePitch(String name, int pitch) {
        assertThat(Pitch.parse(name)).isEqualTo(pitch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H4", "C", "4", "C#b4", "C###4", "C 4", "C100", "C--1"})
    void parse_whatIsNoName_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pitch.parse(text))
                .withMessage("a pitch is written like C4, F#3 or Bb-1, but was \"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({"Cb-1,-1", "G#9,128", "C99,1200", "C-9,-96"})
    void parse_aNameOutsideOfMidi_isRefused(String name, int pitch) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pitch.parse(name))
                .withMessage("pitch \"" + name + "\" must be 0..127, but was " + pitch);
    }

    @Test
    void nameOf_everyPitch_isReadBack() {
        for (int pitch = Pitch.MIN; pitch <= Pitch.MAX; pitch++) {
            assertThat(Pitch.parse(Pitch.nameOf(pitch))).isEqualTo(pitch);
        }
        assertThat(Pitch.nameOf(60)).isEqualTo("C4");
        assertThat(Pitch.nameOf(75)).isEqualTo("Eb5");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 128})
    void nameOf_outsideOfMidi_isRefused(int pitch) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pitch.nameOf(pitch))
                .withMessage("pitch must be 0..127, but was " + pitch);
    }
}
