package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.part;
import static io.github.musicgen.representation.sequence.Seconds.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.Ticks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps are those that note-seq's tests expect of the same seconds, at 60 quarters per minute and four steps per quarter. */
class QuantizedSequenceTest {
    private static final Grid SIXTEENTHS = Grid.perQuarter(4);
    private static final NoteSequence SAMPLE = Seconds.music()
            .part(part(
                            note(12, 100, 0.01, 10.0),
                            note(11, 55, 0.22, 0.50),
                            note(40, 45, 2.50, 3.50),
                            note(55, 120, 4.0, 4.01),
                            note(52, 99, 4.75, 5.0))
                    .toBuilder()
                    .controlChange(tick(2.0), ControlChange.SUSTAIN, 127)
                    .controlChange(tick(4.0), ControlChange.SUSTAIN, 0)
                    .build())
            .chordSymbol(tick(0.22), "B7")
            .chordSymbol(tick(4.0), "Em9")
            .build();

    private static List<QuantizedNote> steps(NoteSequence sequence, Grid grid) {
        return sequence.quantize(grid).parts().get(0).notes();
    }

    @Test
    void quantize_perQuarterAndPerSecond_movesNotesToTheNearestSteps() {
        List<QuantizedNote> expected = List.of(
                new QuantizedNote(12, 100, 0, 40),
                new QuantizedNote(11, 55, 1, 2),
                new QuantizedNote(40, 45, 10, 14),
                new QuantizedNote(55, 120, 16, 17),
                new QuantizedNote(52, 99, 19, 20));
        assertThat(steps(SAMPLE, SIXTEENTHS)).isEqualTo(expected);
        assertThat(steps(SAMPLE, Grid.perSecond(4))).isEqualTo(expected);
    }

    @Test
    void quantize_notesAroundTheMiddleOfSteps_roundsEndsLikeOnsetsAndLeavesNoNoteWithoutLength() {
        NoteSequence sequence = Seconds.music(part(
                note(12, 100, 0.01, 0.24),
                note(11, 100, 0.22, 0.55),
                note(40, 100, 0.50, 0.75),
                note(41, 100, 0.689, 1.18),
                note(44, 100, 1.19, 1.69),
                note(55, 100, 4.0, 4.01)));
        assertThat(steps(sequence, SIXTEENTHS))
                .containsExactly(
                        new QuantizedNote(12, 100, 0, 1),
                        new QuantizedNote(11, 100, 1, 2),
                        new QuantizedNote(40, 100, 2, 3),
                        new QuantizedNote(41, 100, 3, 5),
                        new QuantizedNote(44, 100, 5, 7),
                        new QuantizedNote(55, 100, 16, 17));
    }

    @Test
    void quantize_severalParts_keepsThemApart() {
        NoteSequence sequence = Seconds.music(
                part(note(12, 100, 1.0, 4.0), note(19, 100, 0.95, 3.0)),
                part(note(12, 100, 1.0, 4.0), note(19, 100, 2.0, 5.0)),
                part(note(12, 100, 1.0, 5.0), note(19, 100, 2.0, 4.0), note(24, 100, 3.0, 3.5)));
        assertThat(sequence.quantize(SIXTEENTHS).parts())
                .extracting(QuantizedPart::notes)
                .containsExactly(
                        List.of(new QuantizedNote(12, 100, 4, 16), new QuantizedNote(19, 100, 4, 12)),
                        List.of(new QuantizedNote(12, 100, 4, 16), new QuantizedNote(19, 100, 8, 20)),
                        List.of(
                                new QuantizedNote(12, 100, 4, 20),
                                new QuantizedNote(19, 100, 8, 16),
                                new QuantizedNote(24, 100, 12, 14)));
    }

    @Test
    void stepAt_alsoFindsChordsAndControllers() {
        QuantizedSequence quantized = SAMPLE.quantize(SIXTEENTHS);
        assertThat(quantized.outline().chordSymbols())
                .extracting(chord -> quantized.stepAt(chord.tick()))
                .containsExactly(1, 16);
        assertThat(quantized.outline().parts().get(0).controlChanges())
                .extracting(change -> quantized.stepAt(change.tick()))
                .containsExactly(8, 16);
    }

    /** Here note-seq refuses to go on; to us several tempos and meters are music. */
    @Test
    void quantize_severalTemposAndMeters_countsBeatsPerQuarterAndClockTimePerSecond() {
        NoteSequence changing = SAMPLE.toBuilder()
                .tempo(tick(2.0), 120)
                .timeSignature(tick(2.0), 2, 4)
                .build();
        assertThat(steps(changing, SIXTEENTHS)).isEqualTo(steps(SAMPLE, SIXTEENTHS));
        // Twice as fast from the second second on.
        assertThat(steps(changing, Grid.perSecond(4)))
                .containsExactly(
                        new QuantizedNote(12, 100, 0, 24),
                        new QuantizedNote(11, 55, 1, 2),
                        new QuantizedNote(40, 45, 9, 11),
                        new QuantizedNote(55, 120, 12, 13),
                        new QuantizedNote(52, 99, 14, 15));
    }

    @Test
    void quantize_leavesAllThatIsNoNoteWhereItWas() {
        QuantizedSequence quantized = SAMPLE.quantize(SIXTEENTHS);
        assertThat(quantized.outline().withParts(SAMPLE.parts())).isEqualTo(SAMPLE);
        assertThat(quantized.endStep()).isEqualTo(40);
    }

    @Test
    void quantize_aNoteTooFarOut_isRefused() {
        NoteSequence far = NoteSequence.builder(1)
                .part(Part.builder("").note(60, 100, Ticks.MAX, Ticks.MAX).build())
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> far.quantize(SIXTEENTHS))
                .withMessage("step at tick 274877906944 must be 0..2147483647, but was 1099511627776");
        NoteSequence last = NoteSequence.builder(1)
                .part(Part.builder("")
                        .note(60, 100, Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .build())
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> last.quantize(Grid.perQuarter(1)))
                .withMessage("start of a note must be 0..2147483646, but was 2147483647");
    }

    @Test
    void endStep_ofNoNotes_isZero() {
        assertThat(Seconds.music().endTick(5000).build().quantize(SIXTEENTHS).endStep())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 5})
    void aNote_withoutAStep_isRefused(int endStep) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuantizedNote(60, 100, 5, endStep))
                .withMessage("end of a quantized note must lie after its start, step 5, but was " + endStep);
    }

    @Test
    void aNote_outOfBounds_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuantizedNote(128, 100, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new QuantizedNote(60, 0, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuantizedNote(60, 100, -1, 1))
                .withMessage("start of a note must be 0..2147483646, but was -1");
    }

    @Test
    void aSequence_ofOtherPartsThanItsOutline_isRefused() {
        NoteSequence outline = Seconds.music(Part.builder("Flute").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuantizedSequence(SIXTEENTHS, outline, List.of()))
                .withMessage("a quantized sequence must have as many parts as its outline, 1, but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuantizedSequence(
                        SIXTEENTHS, outline, List.of(new QuantizedPart("Oboe", 0, false, List.of()))))
                .withMessage("part 0 of a quantized sequence must have the name, program and kind of the outline's, "
                        + "\"Flute\", but was \"Oboe\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new QuantizedSequence(SIXTEENTHS, SAMPLE, List.of(new QuantizedPart("", 0, false, List.of()))))
                .withMessage("the outline of a quantized sequence must have no notes, but had 5");
    }

    @Test
    void unquantize_putsNotesOnTheirStepsAndLeavesTheRest() {
        NoteSequence back = SAMPLE.quantize(SIXTEENTHS).unquantize();
        assertThat(back.parts().get(0).notes())
                .containsExactly(
                        note(12, 100, 0, 10),
                        note(11, 55, 0.25, 0.5),
                        note(40, 45, 2.5, 3.5),
                        note(55, 120, 4, 4.25),
                        note(52, 99, 4.75, 5));
        assertThat(back.withParts(SAMPLE.parts())).isEqualTo(SAMPLE);
    }

    @Test
    void unquantize_aGridThatTicksCanNotHold_raisesTheResolution() {
        NoteSequence sequence = NoteSequence.builder(100)
                .tempo(50, 90)
                .part(Part.builder("").note(60, 100, 34, 66).build())
                .build();
        NoteSequence back = sequence.quantize(Grid.perQuarter(3)).unquantize();
        assertThat(back.ticksPerQuarter()).isEqualTo(300);
        assertThat(back.parts().get(0).notes()).containsExactly(new Note(60, 100, 100, 200));
        assertThat(back.tempoMap()).isEqualTo(sequence.tempoMap().withResolution(300));
    }

    @Test
    void unquantize_notesThatEndLaterThanTheOutline_makesItLonger() {
        NoteSequence back = Seconds.music(part(note(60, 100, 0.9, 1.0)))
                .quantize(Grid.perQuarter(1))
                .unquantize();
        assertThat(back.parts().get(0).notes()).containsExactly(note(60, 100, 1, 2));
        assertThat(back.endTick()).isEqualTo(tick(2));
    }

    @Test
    void unquantize_atTheLastTick_staysWithinBounds() {
        NoteSequence far = NoteSequence.builder(32)
                .part(Part.builder("")
                        .note(60, 100, Ticks.MAX / 32, Ticks.MAX / 32 + 8)
                        .build())
                .endTick(Ticks.MAX)
                .build();
        // Thirds would need 96 ticks per quarter, at which the end would lie beyond the last tick.
        NoteSequence back = far.quantize(Grid.perQuarter(3)).unquantize();
        assertThat(back.ticksPerQuarter()).isEqualTo(32);
        assertThat(back.endTick()).isEqualTo(Ticks.MAX);
    }

    @Test
    void unquantize_aStepBeyondTheLastTick_isRefused() {
        QuantizedSequence far = new QuantizedSequence(
                Grid.perQuarter(1),
                NoteSequence.builder(1000).part(Part.builder("").build()).build(),
                List.of(new QuantizedPart("", 0, false, List.of(new QuantizedNote(60, 100, 1 << 30, (1 << 30) + 1)))));
        assertThatIllegalArgumentException()
                .isThrownBy(far::unquantize)
                .withMessage("step 1073741824 lies beyond the last tick, 274877906944");
    }
}
