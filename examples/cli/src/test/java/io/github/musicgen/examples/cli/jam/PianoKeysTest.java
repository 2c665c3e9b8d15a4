package io.github.musicgen.examples.cli.jam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PianoKeysTest {
    @ParameterizedTest
    @CsvSource({"a, 60", "w, 61", "s, 62", "e, 63", "d, 64", "f, 65", "j, 71", "k, 72", "A, 60"})
    void pitch_ofAKey_isThatOfAPiano(String key, int pitch) {
        assertThat(new PianoKeys().pitch(key.charAt(0))).hasValue(pitch);
    }

    @Test
    void notes_ofALine_areEighths_withRestsAndLongerOnes() {
        assertThat(new PianoKeys().notes("  a d-. g", 4))
                .containsExactly(
                        new StepNote(60, StepNote.VELOCITY, 0, 2),
                        new StepNote(64, StepNote.VELOCITY, 4, 8),
                        new StepNote(67, StepNote.VELOCITY, 12, 14));
    }

    @Test
    void octaves_areShiftedForWhatFollows() {
        assertThat(new PianoKeys().notes("axaza", 4))
                .extracting(StepNote::pitch)
                .containsExactly(60, 72, 60);
    }

    @Test
    void octaves_stayOnThePiano() {
        PianoKeys keys = new PianoKeys();
        for (int i = 0; i < 20; i++) {
            keys.pitch('x');
        }
        assertThat(keys.pitch(';')).hasValue(112);
    }

    @Test
    void notes_ofAnUnknownKey_areRefusedWithItsColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PianoKeys().notes("as!", 4))
                .withMessageStartingWith("column 3: '!' is no key");
    }
}
