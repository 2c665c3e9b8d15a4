package io.github.musicgen.representation.melody;

import static io.github.musicgen.representation.melody.Melody.NOTE_OFF;
import static io.github.musicgen.representation.melody.Melody.NO_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events, lengths and histograms; expected numbers are those of note-seq's tests where it has them. */
class MelodyTest {
    private static final Melody HELD = Melody.of(60, NO_EVENT, NO_EVENT, NOTE_OFF);

    @Test
    void noteOffs_beforeTheFirstNote_becomeNoEvents() {
        assertThat(Melody.of(NOTE_OFF, NO_EVENT, NOTE_OFF, 60, NOTE_OFF, NOTE_OFF)
                        .events())
                .containsExactly(NO_EVENT, NO_EVENT, NO_EVENT, 60, NOTE_OFF, NOTE_OFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 128, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void event_outsideItsRange_isRefusedWithItsPlace(int event) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Melody.of(60, event))
                .withMessage("event of a melody must be -2..127, but was " + event + " at step 1");
    }

    @Test
    void melody_startsAtZeroInCommonTime_unlessToldOtherwise() {
        assertThat(HELD.startStep()).isZero();
        assertThat(HELD.endStep()).isEqualTo(4);
        assertThat(HELD.stepsPerBar()).isEqualTo(16);
        assertThat(HELD.stepsPerQuarter()).isEqualTo(4);
        Melody other = HELD.withStartStep(7).withMeter(12, 3);
        assertThat(other.endStep()).isEqualTo(11);
        assertThat(other.stepsPerBar()).isEqualTo(12);
        assertThat(other.stepsPerQuarter()).isEqualTo(3);
        assertThat(other.events()).containsExactly(HELD.events());
    }

    @Test
    void events_areACopy() {
        HELD.events()[0] = 72;
        assertThat(HELD.event(0)).isEqualTo(60);
    }

    @Test
    void melodies_areEqualByEventsPlaceAndMeter() {
        assertThat(HELD).isEqualTo(Melody.of(60, -2, -2, -1)).hasSameHashCodeAs(Melody.of(60, -2, -2, -1));
        assertThat(HELD)
                .isNotEqualTo(HELD.withStartStep(1))
                .isNotEqualTo(HELD.withMeter(12, 4))
                .isNotEqualTo(HELD.withMeter(16, 3))
                .isNotEqualTo(Melody.of(60, -2, -2, -2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MAX_VALUE})
    void startStep_thatLeavesNoRoom_isRefused(int startStep) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HELD.withStartStep(startStep))
                .withMessage("start step of a melody of 4 steps must be 0..2147483643, but was " + startStep);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "16, 0"})
    void meter_withoutSteps_isRefused(int stepsPerBar, int stepsPerQuarter) {
        assertThatIllegalArgumentException().isThrownBy(() -> HELD.withMeter(stepsPerBar, stepsPerQuarter));
    }

    @Test
    void longer_endsTheNoteThatSounds() {
        Melody longer = Melody.of(60).withStartStep(9).withLength(5);
        assertThat(longer.events()).containsExactly(60, NOTE_OFF, NO_EVENT, NO_EVENT, NO_EVENT);
        assertThat(longer.startStep()).isEqualTo(9);
        assertThat(longer.endStep()).isEqualTo(14);
    }

    @Test
    void longer_afterSilence_isSilence() {
        assertThat(HELD.withLength(6).events()).containsExactly(60, -2, -2, -1, -2, -2);
        assertThat(Melody.of().withLength(2).events()).containsExactly(-2, -2);
        assertThat(Melody.of(-2).withLength(2).events()).containsExactly(-2, -2);
    }

    @Test
    void shorter_cutsTheNoteWithoutANoteOff() {
        Melody shorter = HELD.withLength(3);
        assertThat(shorter.events()).containsExactly(60, NO_EVENT, NO_EVENT);
        assertThat(shorter.startStep()).isZero();
        assertThat(shorter.endStep()).isEqualTo(3);
    }

    @Test
    void longerFromLeft_startsEarlier() {
        Melody longer = Melody.of(60).withStartStep(9).withLengthFromLeft(5);
        assertThat(longer.events()).containsExactly(NO_EVENT, NO_EVENT, NO_EVENT, NO_EVENT, 60);
        assertThat(longer.startStep()).isEqualTo(5);
        assertThat(longer.endStep()).isEqualTo(10);
    }

    @Test
    void shorterFromLeft_leavesTheRestAsItWas() {
        Melody shorter = HELD.withLengthFromLeft(3);
        assertThat(shorter.events()).containsExactly(NO_EVENT, NO_EVENT, NOTE_OFF);
        assertThat(shorter.startStep()).isEqualTo(1);
        assertThat(shorter.endStep()).isEqualTo(4);
        assertThat(HELD.withLengthFromLeft(0).startStep()).isEqualTo(4);
    }

    @Test
    void longerFromLeft_thanThereIsMusic_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HELD.withLengthFromLeft(5))
                .withMessageContaining("but was -1");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Melody.MAX_LENGTH + 1, Integer.MAX_VALUE})
    void length_outOfBounds_isRefusedBeforeAnythingIsAllocated(int length) {
        String message = "length of a melody must be 0..16777216 steps, but was " + length;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HELD.withLength(length))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HELD.withLengthFromLeft(length))
                .withMessage(message);
    }

    @Test
    void slice_silencesANoteOffWhoseNoteIsGone() {
        Melody melody = Melody.of(-2, 12, -2, -1, -2, 11, -2, -1, -2, 13);
        Melody slice = melody.slice(2, 9);
        assertThat(slice.events()).containsExactly(-2, -2, -2, 11, -2, -1, -2);
        assertThat(slice.startStep()).isEqualTo(2);
        assertThat(melody.slice(4, 4).length()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "3, 2", "0, 5"})
    void slice_outsideTheMelody_isRefused(int from, int to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HELD.slice(from, to))
                .withMessage("a slice of a melody of 4 steps must lie within it, but went from " + from + " to " + to);
    }

    @Test
    void pitchClasses_areCountedOverAllOctaves() {
        assertThat(Melody.of(-2, -1, 25, 36, 71, 75, 59).pitchClassHistogram())
                .containsExactly(1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2);
        assertThat(Melody.of(0, 1, -2, -1, 25, 36, 75, 71, -2, 59, 85).pitchClassHistogram())
                .containsExactly(2, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2);
        assertThat(Melody.of().pitchClassHistogram()).containsOnly(0).hasSize(12);
    }

    @Test
    void keys_countTheNotesThatBelongToThem() {
        assertThat(keyHistogram(-2, 60, -1)).containsExactly(1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0);
        assertThat(keyHistogram(-2, 60, -1, 85, -1)).containsExactly(1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1);
        assertThat(keyHistogram(-2, 60, -1, 85, -2, 110)).containsExactly(2, 2, 2, 2, 1, 2, 1, 2, 2, 2, 2, 1);
    }

    private static long[] keyHistogram(int... events) {
        KeyHistogram histogram = Melody.of(events).keyHistogram();
        return IntStream.range(0, 12).mapToLong(histogram::count).toArray();
    }

    @Test
    void bestKey_isTheLowestOfThoseThatFitBest() {
        assertThat(bestKey(-2, 26, 40, 61, 78, 59, 45, 67, -1)).isEqualTo(2);
        assertThat(bestKey(-2, 25, 56, 65, 78, 39, 35, 46, 60, 32, 49, 41, 69, 51, -1))
                .isEqualTo(1);
        assertThat(bestKey(-2, 35, -1)).isZero();
        assertThat(bestKey()).isZero();
    }

    private static int bestKey(int... events) {
        return Melody.of(events).keyHistogram().bestKey();
    }
}
