package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From melodies to notes; expected times are those of note-seq's tests where it has them. */
class MelodyNotesTest {
    private static final Melody ENDED = Melody.of(-2, 1, -2, -1, -2, 2, 3, -1, -2);
    private static final Melody HELD = Melody.of(-2, 1, -2, -1, -2, 2, 3, -2, -2);

    @Test
    void notes_endAtTheNextNoteAndAtNoteOffs() {
        // Two seconds later, at 60 quarters per minute and four steps per quarter.
        NoteSequence sequence = ENDED.withStartStep(8).toNoteSequence(60);
        assertThat(seconds(sequence)).containsExactly("1: 2.25-2.75", "2: 3.25-3.5", "3: 3.5-3.75");
        assertThat(sequence.seconds()).isEqualTo(3.75);
    }

    @Test
    void note_thatSoundsAtTheEnd_endsWithTheMelody() {
        NoteSequence sequence = HELD.toNoteSequence(60);
        assertThat(seconds(sequence)).containsExactly("1: 0.25-0.75", "2: 1.25-1.5", "3: 1.5-2.25");
        assertThat(sequence.seconds()).isEqualTo(2.25);
    }

    @Test
    void notes_lieWhereTheMelodyStarts() {
        NoteSequence sequence = Melody.of(-2, 1, -2).withStartStep(4 + 2).toNoteSequence(60);
        assertThat(seconds(sequence)).containsExactly("1: 1.75-2.25");
    }

    @Test
    void emptyMelody_hasNoNotes() {
        NoteSequence sequence = Melody.of().withStartStep(8).toNoteSequence(60);
        assertThat(sequence.notes()).isEmpty();
        assertThat(sequence.tempoMap().tempoAt(0).quartersPerMinute()).isEqualTo(60);
        assertThat(sequence.endTick()).isZero();
    }

    private static List<String> seconds(NoteSequence sequence) {
        return sequence
                .notes()
                .map(note -> note.pitch() + ": " + sequence.tempoMap().secondsAt(note.startTick()) + "-"
                        + sequence.tempoMap().secondsAt(note.endTick()))
                .toList()
                .stream()
                .map(text -> text.replace(".0", ""))
                .toList();
    }

    @Test
    void part_isAPianoOfVelocity100_unlessToldOtherwise() {
        assertThat(Melody.of(60, -2).toQuantizedPart())
                .isEqualTo(new QuantizedPart("", 0, false, List.of(new QuantizedNote(60, 100, 0, 2))));
        assertThat(Melody.of(60, -2).withStartStep(3).toQuantizedPart("Flute", 73, 10))
                .isEqualTo(new QuantizedPart("Flute", 73, false, List.of(new QuantizedNote(60, 10, 3, 5))));
    }

    @Test
    void repeatedPitch_isAnotherNote() {
        assertThat(Melody.of(60, 60, -1, -1, 60).toQuantizedPart().notes())
                .containsExactly(
                        new QuantizedNote(60, 100, 0, 1),
                        new QuantizedNote(60, 100, 1, 2),
                        new QuantizedNote(60, 100, 4, 5));
    }

    @ParameterizedTest(name = "{0} steps per bar, {1} per quarter: {2}/{3}")
    @CsvSource({
        "16, 4, 4, 4",
        "12, 4, 3, 4",
        "14, 4, 7, 8",
        "42, 12, 7, 8",
        "1, 4, 1, 16",
        "1020, 1, 255, 1",
        "5, 3, 4, 4",
    })
    void music_hasTheMeterOfTheBars_orCommonTimeIfThereIsNone(
            int stepsPerBar, int stepsPerQuarter, int numerator, int denominator) {
        NoteSequence sequence = HELD.withMeter(stepsPerBar, stepsPerQuarter).toNoteSequence(120);
        assertThat(sequence.meterMap().timeSignatures()).containsExactly(new TimeSignature(0, numerator, denominator));
    }

    @ParameterizedTest
    @CsvSource({"1", "4", "7", "12", "480", "481", "32767"})
    void music_quantizedToItsGrid_hasTheStepsOfTheMelody(int stepsPerQuarter) {
        Melody melody = HELD.withMeter(4 * stepsPerQuarter, stepsPerQuarter).withStartStep(1003);
        NoteSequence sequence = melody.toNoteSequence(120);
        assertThat(sequence.quantize(Grid.perQuarter(stepsPerQuarter))
                        .parts()
                        .get(0)
                        .notes())
                .isEqualTo(melody.toQuantizedPart().notes());
    }

    @Test
    void music_ofAGridFinerThanTicks_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HELD.withMeter(16, 32768).toNoteSequence(120))
                .withMessage("ticks per quarter must be 1..32767, but was 32768");
    }
}
