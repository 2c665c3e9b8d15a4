package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transposing and squashing; expected numbers are those of note-seq's tests where it has them. */
class MelodySquashTest {
    @Test
    void transposed_downAFourth_foldsTheLowNoteUp() {
        assertThat(Melody.of(64, -2, 65, -1, 72, -2).transpose(-5, 60, 84).events())
                .containsExactly(71, -2, 60, -1, 67, -2);
    }

    @Test
    void transposed_beyondTheTop_foldsIntoTheTopOctave() {
        assertThat(Melody.of(64, -2, 65, -1, 72, -2).transpose(19, 60, 84).events())
                .containsExactly(83, -2, 84 - 12, -1, 79, -2);
    }

    @Test
    void transposed_byNothing_stillFolds() {
        assertThat(Melody.of(59, 60, 71, -1, 72, -2).transpose(0, 60, 72).events())
                .containsExactly(71, 60, 71, -1, 60, -2);
    }

    @Test
    void transposed_farBeyondMidi_keepsThePitchClass() {
        assertThat(Melody.of(60, 61).transpose(Integer.MAX_VALUE).events()).containsExactly(127, 116);
    }

    @Test
    void squashed_toAnOctave_keepsTheKeyWanted() {
        assertThat(squashed(60, 72, 0, 60, -2, 62, -1, 76, -2)).containsExactly(60, -2, 62, -1, 64, -2);
        assertThat(squashed(60, 72, 0, 62, 64, 79, 78, 61)).containsExactly(60, 62, 65, 64, 71);
        assertThat(squashed(60, 72, 4, 62, 64, 79, 78, 59)).containsExactly(64, 66, 69, 68, 61);
    }

    @Test
    void squashed_toARangeAboveOrBelow_movesByWholeOctavesToItsMiddle() {
        assertThat(squashed(48, 84, 0, 48, -2, 50, -1, 52, -2, 53, 62, 47, -1))
                .containsExactly(60, -2, 62, -1, 64, -2, 65, 74, 59, -1);
        assertThat(squashed(48, 84, 0, 72, -2, 74, -1, 76, -2, 77, 86, 71, -1))
                .containsExactly(60, -2, 62, -1, 64, -2, 65, 74, 59, -1);
    }

    @Test
    void squashed_neverReachesTheUpperBound() {
        assertThat(squashed(60, 72, 0, 60, 62, 64, 65, 71, 72, 73)).containsExactly(60, 62, 64, 65, 71, 60, 61);
    }

    @Test
    void squashed_withoutNotes_isNotMoved() {
        SquashedMelody squashed = Melody.of(-2, -2, -2, -2).squash(48, 84, 7);
        assertThat(squashed.shift()).isZero();
        assertThat(squashed.melody()).isEqualTo(Melody.of(-2, -2, -2, -2));
    }

    @ParameterizedTest(name = "a single {0} moves by {1}")
    @CsvSource({"72, -12", "60, 0", "108, -48", "24, 36", "66, -1"
    }) // the middle of 48..83 is 65.5; F sharp alone is in C sharp
    void squashed_goesToTheNearestOctave(int pitch, int shift) {
        assertThat(Melody.of(pitch).squash(48, 84, 0).shift()).isEqualTo(shift);
    }

    @ParameterizedTest(name = "{0} and {1} move by {2}")
    @CsvSource({
        // 59.5 and 71.5, both in C, lie half an octave from the middle; 83.5 and 47.5 an octave and a half.
        "59, 60, 0",
        "71, 72, 0",
        "83, 84, -24",
        "47, 48, 24"
    })
    void squashed_fromHalfWay_goesByAnEvenNumberOfOctaves(int low, int high, int shift) {
        assertThat(Melody.of(low, high).squash(48, 84, 0).shift()).isEqualTo(shift);
    }

    @Test
    void squashed_withoutAKey_onlyFolds() {
        SquashedMelody squashed = Melody.of(47, 60, 84, 127, -1).squash(48, 84);
        assertThat(squashed.shift()).isZero();
        assertThat(squashed.melody().events()).containsExactly(59, 60, 72, 79, -1);
    }

    @Test
    void unsquashed_continuation_returnsToItsKey() {
        SquashedMelody squashed = Melody.of(62, 66, 69).squash(48, 84, 0);
        assertThat(squashed.shift()).isEqualTo(-2);
        Melody continued = Melody.of(60, 64, 67, 72, -1, -2);
        assertThat(squashed.unsquash(continued).events()).containsExactly(62, 66, 69, 74, -1, -2);
    }

    @Test
    void squashed_keepsPlaceAndMeter() {
        Melody melody = Melody.of(62, 66, 69).withStartStep(24).withMeter(12, 4);
        Melody squashed = melody.squash(48, 84, 0).melody();
        assertThat(squashed.startStep()).isEqualTo(24);
        assertThat(squashed.stepsPerBar()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"-1, 20", "117, 129", "60, 71"})
    void range_outsideMidiOrUnderAnOctave_isRefused(int min, int max) {
        String message = "range of a melody must lie within 0..128 and hold an octave, but was " + min + ".." + max;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Melody.of().transpose(0, min, max))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Melody.of().squash(min, max, 0))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"-1", "12"})
    void key_thatIsNoPitchClass_isRefused(int key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Melody.of(60).squash(48, 84, key))
                .withMessage("key must be 0..11, but was " + key);
    }

    private static int[] squashed(int min, int max, int key, int... events) {
        return Melody.of(events).squash(min, max, key).melody().events();
    }
}
