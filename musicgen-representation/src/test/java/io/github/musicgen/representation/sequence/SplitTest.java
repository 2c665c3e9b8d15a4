package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.chord;
import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.part;
import static io.github.musicgen.representation.sequence.Seconds.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pieces are those that note-seq's tests expect of the same music, but for their ends: there a piece ends with its last note, here
 * where it was cut.
 */
class SplitTest {
    private static final NoteSequence EIGHT_SECONDS = withChords(8.0, "C", 1.0, "G7", 2.0, "F", 4.0);
    private static final NoteSequence TEN_SECONDS = withChords(10.0, "C", 1.5, "G7", 3.0, "F", 4.8);
    private static final NoteSequence GAPS = withChords(3.0, "C", 0.0, "G7", 3.0, "F", 4.5);

    /** The notes of note-seq's sample, the first as long as wanted. */
    private static NoteSequence withChords(
            double firstEnd, String chord1, double at1, String chord2, double at2, String chord3, double at3) {
        return Seconds.music()
                .part(part(
                        note(12, 100, 0.01, firstEnd),
                        note(11, 55, 0.22, 0.50),
                        note(40, 45, 2.50, 3.50),
                        note(55, 120, 4.0, 4.01),
                        note(52, 99, 4.75, 5.0)))
                .chordSymbol(tick(at1), chord1)
                .chordSymbol(tick(at2), chord2)
                .chordSymbol(tick(at3), chord3)
                .build();
    }

    private static List<Note> notes(NoteSequence piece) {
        return piece.parts().get(0).notes();
    }

    @Test
    void every_cutsNotesAndCarriesChords() {
        List<NoteSequence> pieces = EIGHT_SECONDS.split(Cuts.every(tick(3)));
        assertThat(pieces)
                .containsExactly(
                        Seconds.music()
                                .part(part(note(12, 100, 0.01, 3.0), note(11, 55, 0.22, 0.50), note(40, 45, 2.50, 3.0)))
                                .chordSymbol(tick(1), "C")
                                .chordSymbol(tick(2), "G7")
                                .build(),
                        Seconds.music()
                                .part(part(note(55, 120, 1.0, 1.01), note(52, 99, 1.75, 2.0)))
                                .chordSymbol(0, "G7")
                                .chordSymbol(tick(1), "F")
                                .endTick(tick(3))
                                .build(),
                        Seconds.music()
                                .part(part())
                                .chordSymbol(0, "F")
                                .endTick(tick(2))
                                .build());
    }

    @Test
    void at_givenPlaces_mayLeaveEmptyPieces() {
        List<NoteSequence> pieces = EIGHT_SECONDS.split(Cuts.at(tick(4), tick(3)));
        assertThat(pieces)
                .extracting(SplitTest::notes)
                .containsExactly(
                        List.of(note(12, 100, 0.01, 3.0), note(11, 55, 0.22, 0.50), note(40, 45, 2.50, 3.0)),
                        List.of(),
                        List.of(note(55, 120, 0.0, 0.01), note(52, 99, 0.75, 1.0)));
        assertThat(pieces)
                .extracting(NoteSequence::chordSymbols)
                .containsExactly(
                        List.of(chord(1, "C"), chord(2, "G7")), List.of(chord(0, "G7")), List.of(chord(0, "F")));
        assertThat(pieces).extracting(NoteSequence::endTick).containsExactly(tick(3), tick(1), tick(4));
    }

    @Test
    void betweenNotes_leavesOutCutsInsideOfNotes() {
        List<NoteSequence> pieces = GAPS.split(Cuts.every(tick(2)).betweenNotes());
        assertThat(pieces)
                .extracting(SplitTest::notes)
                .containsExactly(
                        List.of(note(12, 100, 0.01, 3.0), note(11, 55, 0.22, 0.50), note(40, 45, 2.50, 3.50)),
                        List.of(note(55, 120, 0.0, 0.01), note(52, 99, 0.75, 1.0)));
        assertThat(pieces)
                .extracting(NoteSequence::chordSymbols)
                .containsExactly(List.of(chord(0, "C"), chord(3, "G7")), List.of(chord(0, "G7"), chord(0.5, "F")));
    }

    @Test
    void atChanges_ofNothing_isTheWhole() {
        assertThat(TEN_SECONDS.split(Cuts.atTempoChanges().and(Cuts.atMeterChanges())))
                .containsExactly(TEN_SECONDS);
    }

    @Test
    void atChanges_thatChangeNothing_isTheWhole() {
        NoteSequence restated = TEN_SECONDS.toBuilder()
                .timeSignature(tick(2), 4, 4)
                .tempo(tick(2), 60)
                .build();
        assertThat(restated.split(Cuts.atTempoChanges().and(Cuts.atMeterChanges())))
                .containsExactly(restated);
    }

    @Test
    void atChanges_ofTempoAndMeterAtOnce_cutsOnce() {
        NoteSequence changing = TEN_SECONDS.toBuilder()
                .timeSignature(tick(2), 3, 4)
                .tempo(tick(2), 80)
                .build();
        List<NoteSequence> pieces = changing.split(Cuts.atTempoChanges().and(Cuts.atMeterChanges()));
        assertThat(pieces).hasSize(2);
        assertThat(notes(pieces.get(0))).containsExactly(note(12, 100, 0.01, 2.0), note(11, 55, 0.22, 0.50));
        assertThat(notes(pieces.get(1)))
                .containsExactly(note(40, 45, 0.50, 1.50), note(55, 120, 2.0, 2.01), note(52, 99, 2.75, 3.0));
        assertThat(pieces.get(1).chordSymbols()).containsExactly(chord(0, "C"), chord(1, "G7"), chord(2.8, "F"));
        assertThat(pieces.get(1).tempoMap().tempos()).containsExactly(Tempo.ofQuartersPerMinute(0, 80));
        assertThat(pieces.get(1).meterMap().timeSignatures()).containsExactly(new TimeSignature(0, 3, 4));
    }

    @Test
    void atChanges_atDifferentPlaces_cutsAtEach() {
        NoteSequence changing = TEN_SECONDS.toBuilder()
                .timeSignature(tick(2), 3, 4)
                .tempo(tick(4.25), 80)
                .build();
        List<NoteSequence> pieces = changing.split(Cuts.atTempoChanges().and(Cuts.atMeterChanges()));
        assertThat(pieces).extracting(NoteSequence::endTick).containsExactly(tick(2), tick(2.25), tick(5.75));
        assertThat(notes(pieces.get(1))).containsExactly(note(40, 45, 0.50, 1.50), note(55, 120, 2.0, 2.01));
        assertThat(notes(pieces.get(2))).containsExactly(note(52, 99, 0.5, 0.75));
        assertThat(pieces.get(2).chordSymbols()).containsExactly(chord(0, "G7"), chord(0.55, "F"));
        assertThat(pieces.get(2).meterMap().timeSignatures()).containsExactly(new TimeSignature(0, 3, 4));
        assertThat(changing.split(Cuts.atMeterChanges())).hasSize(2);
        assertThat(changing.split(Cuts.atTempoChanges())).hasSize(2);
    }

    @Test
    void atChanges_betweenNotes_leavesAChangeInsideOfAPiece() {
        NoteSequence changing = GAPS.toBuilder()
                .timeSignature(tick(2), 3, 4)
                .tempo(tick(4.25), 80)
                .build();
        List<NoteSequence> pieces =
                changing.split(Cuts.atTempoChanges().and(Cuts.atMeterChanges()).betweenNotes());
        assertThat(pieces).extracting(NoteSequence::endTick).containsExactly(tick(4.25), tick(0.75));
        assertThat(pieces.get(0).meterMap().timeSignatures())
                .containsExactly(new TimeSignature(0, 4, 4), new TimeSignature(tick(2), 3, 4));
        assertThat(notes(pieces.get(1))).containsExactly(note(52, 99, 0.5, 0.75));
    }

    @Test
    void atSilences_cutsWhereNotesBeginAgain() {
        NoteSequence sequence = Seconds.music(part(
                note(12, 100, 0.01, 1.0),
                note(11, 55, 0.22, 0.50),
                note(40, 45, 2.50, 3.50),
                note(55, 120, 4.0, 4.01),
                note(52, 99, 4.75, 5.0)));
        // The silence before the fourth note is exactly half a second, which is not longer than that.
        assertThat(sequence.split(Cuts.atSilences(tick(0.5))))
                .extracting(SplitTest::notes)
                .containsExactly(
                        List.of(note(12, 100, 0.01, 1.0), note(11, 55, 0.22, 0.50)),
                        List.of(note(40, 45, 0.0, 1.0), note(55, 120, 1.50, 1.51)),
                        List.of(note(52, 99, 0.0, 0.25)));
    }

    @Test
    void atSilences_beforeTheFirstNote_makesAPieceOfSilence() {
        NoteSequence sequence =
                Seconds.music(part(note(12, 100, 1.5, 2.0), note(11, 55, 1.5, 3.0), note(40, 45, 2.5, 3.5)));
        assertThat(sequence.split(Cuts.atSilences(tick(1))))
                .extracting(SplitTest::notes)
                .containsExactly(
                        List.of(), List.of(note(11, 55, 0.0, 1.5), note(12, 100, 0.0, 0.5), note(40, 45, 1.0, 2.0)));
    }

    @Test
    void atSilences_looksAtAllParts() {
        NoteSequence sequence =
                Seconds.music(part(note(60, 100, 0, 1), note(60, 100, 3, 4)), part(note(48, 100, 0.5, 3)));
        assertThat(sequence.split(Cuts.atSilences(0))).containsExactly(sequence);
    }

    @Test
    void everyBars_countsThroughChangesOfMeter() {
        NoteSequence sequence = NoteSequence.builder(10)
                .timeSignature(0, 2, 4)
                .timeSignature(40, 3, 4)
                .part(Part.builder("").note(60, 100, 0, 130).build())
                .build();
        assertThat(sequence.split(Cuts.everyBars(1)))
                .extracting(NoteSequence::endTick)
                .containsExactly(20L, 20L, 30L, 30L, 30L);
        assertThat(sequence.split(Cuts.everyBars(2)))
                .extracting(NoteSequence::endTick)
                .containsExactly(40L, 60L, 30L);
        assertThat(sequence.split(Cuts.everyBars(Integer.MAX_VALUE))).containsExactly(sequence);
    }

    @Test
    void cuts_atOrBeyondTheEdges_cutNothing() {
        assertThat(TEN_SECONDS.split(Cuts.at(0, TEN_SECONDS.endTick(), Long.MAX_VALUE, -7)))
                .containsExactly(TEN_SECONDS);
        assertThat(TEN_SECONDS.split(Cuts.every(TEN_SECONDS.endTick()))).containsExactly(TEN_SECONDS);
        NoteSequence nothing = NoteSequence.builder(96).build();
        assertThat(nothing.split(Cuts.every(1))).containsExactly(nothing);
    }

    @Test
    void cuts_atOnePlace_cutOnce() {
        assertThat(TEN_SECONDS.split(Cuts.at(5, 5, 5))).hasSize(2);
    }

    @Test
    void lengths_outOfBounds_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cuts.every(0))
                .withMessage("length of a piece must be 1..274877906944 ticks, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cuts.everyBars(0))
                .withMessage("bars of a piece must be 1 or more, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cuts.atSilences(-1))
                .withMessage("length of a silence must be 0..274877906944 ticks, but was -1");
    }

    /** A file of 40 bytes can hold a note at the last tick. */
    @Test
    void tooManyPieces_areRefusedBeforeTheyAreMade() {
        NoteSequence far = NoteSequence.builder(1)
                .timeSignature(0, 1, 1024)
                .part(Part.builder("").note(60, 100, Ticks.MAX, Ticks.MAX).build())
                .build();
        for (Cuts cuts : List.of(Cuts.every(1), Cuts.everyBars(1), Cuts.every(1).betweenNotes())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> far.split(cuts))
                    .withMessage(
                            "music like this must be split into at most 65536 pieces, but the cuts would make more");
        }
        assertThat(far.split(Cuts.every(Ticks.MAX / 65_535))).hasSize(65_536);
    }

    @Test
    void tooManyPieces_ofMusicWithManyParts_areFewer() {
        NoteSequence.Builder many = NoteSequence.builder(96).endTick(5000);
        for (int i = 0; i < 1023; i++) {
            many.part(Part.builder("")
                    .controlChange(0, 7, i % 128)
                    .controlChange(0, 10, 0)
                    .controlChange(0, 1, 0)
                    .build());
        }
        NoteSequence sequence = many.build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence.split(Cuts.every(1)))
                .withMessage("music like this must be split into at most 1024 pieces, but the cuts would make more");
    }
}
