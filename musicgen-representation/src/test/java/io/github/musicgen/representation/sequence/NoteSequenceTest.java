package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.TempoMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteSequenceTest {
    private static final NoteSequence FULL = NoteSequence.builder(480)
            .title("Song")
            .tempo(0, 100)
            .tempo(960, 50)
            .timeSignature(0, 3, 4)
            .keySignature(480, -2, Mode.MINOR)
            .keySignature(0, 1, Mode.MAJOR)
            .part(Part.builder("Flute").program(73).note(60, 100, 0, 960).build())
            .part(Part.builder("Drums").drums(true).note(36, 100, 0, 100).build())
            .chordSymbol(480, "Gm")
            .chordSymbol(0, "G")
            .marker(900, "B")
            .marker(0, "A")
            .endTick(2000)
            .build();

    @Test
    void build_inAnyOrder_sortsByTime() {
        assertThat(FULL.keySignatures())
                .containsExactly(new KeySignature(0, 1, Mode.MAJOR), new KeySignature(480, -2, Mode.MINOR));
        assertThat(FULL.chordSymbols()).containsExactly(new ChordSymbol(0, "G"), new ChordSymbol(480, "Gm"));
        assertThat(FULL.markers()).containsExactly(new Marker(0, "A"), new Marker(900, "B"));
    }

    @Test
    void build_nothing_isSilenceInCommonTime() {
        NoteSequence silence = NoteSequence.builder(96).build();
        assertThat(silence.endTick()).isZero();
        assertThat(silence.seconds()).isZero();
        assertThat(silence.title()).isEmpty();
        assertThat(silence.tempoMap()).isEqualTo(TempoMap.of(96, List.of()));
        assertThat(silence.meterMap()).isEqualTo(MeterMap.of(96, List.of()));
    }

    @Test
    void build_endsWithTheLastThing_whateverItIs() {
        assertThat(NoteSequence.builder(96).tempo(7, 100).build().endTick()).isEqualTo(7);
        assertThat(NoteSequence.builder(96).timeSignature(8, 3, 4).build().endTick())
                .isEqualTo(8);
        assertThat(NoteSequence.builder(96)
                        .keySignature(9, 0, Mode.MAJOR)
                        .build()
                        .endTick())
                .isEqualTo(9);
        assertThat(NoteSequence.builder(96).chordSymbol(10, "C").build().endTick())
                .isEqualTo(10);
        assertThat(NoteSequence.builder(96).marker(11, "A").build().endTick()).isEqualTo(11);
        assertThat(FULL.toBuilder().endTick(0).build().endTick()).isEqualTo(960);
    }

    @Test
    void aSequence_thatEndsBeforeTheLastThing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteSequence(
                        "",
                        FULL.tempoMap(),
                        FULL.meterMap(),
                        List.of(),
                        FULL.parts(),
                        List.of(),
                        List.of(new Marker(961, "B")),
                        960))
                .withMessage("end of a sequence must not lie before the last thing in it, tick 961, but was 960");
    }

    @Test
    void aSequence_ofTwoResolutions_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteSequence(
                        "",
                        TempoMap.of(480, List.of()),
                        MeterMap.of(96, List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0))
                .withMessage("tempos and meters must have one resolution, but had 480 and 96 ticks per quarter");
    }

    @Test
    void builder_ofABadResolution_isRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteSequence.builder(0))
                .withMessage("ticks per quarter must be 1..32767, but was 0");
    }

    @Test
    void endTick_outOfBounds_isRefused() {
        NoteSequence.Builder builder = NoteSequence.builder(96).endTick((1L << 38) + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("end of a sequence must be 0..274877906944 ticks, but was 274877906945");
    }

    @Test
    void toBuilder_isTheSameSequence() {
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL).hasSameHashCodeAs(FULL);
    }

    @Test
    void notes_areThoseOfAllParts() {
        assertThat(FULL.notes()).containsExactly(new Note(60, 100, 0, 960), new Note(36, 100, 0, 100));
    }

    @Test
    void lastNoteEnd_isThatOfNotesAlone() {
        assertThat(FULL.toBuilder().endTick(5000).build().lastNoteEnd()).isEqualTo(960);
        assertThat(NoteSequence.builder(96).tempo(7, 100).build().lastNoteEnd()).isZero();
    }

    @Test
    void seconds_followAllTempos() {
        assertThat(FULL.seconds()).isEqualTo((2 * 60.0 / 100) + (1040.0 / 480 * 60 / 50));
    }

    @Test
    void parts_canNotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> FULL.parts().clear());
    }

    @Test
    void withParts_keepsTheEnd_unlessThePartsNeedMore() {
        assertThat(FULL.withParts(List.of()).endTick()).isEqualTo(2000);
        Part longer = Part.builder("").note(60, 100, 0, 3000).build();
        assertThat(FULL.withParts(List.of(longer)).endTick()).isEqualTo(3000);
        assertThat(FULL.withParts(List.of(longer)).withParts(FULL.parts()).chordSymbols())
                .isEqualTo(FULL.chordSymbols());
    }

    @Test
    void selectParts_leavesTheRestOfTheMusic() {
        NoteSequence drums = FULL.selectParts(Part::drums);
        assertThat(drums.parts()).containsExactly(FULL.parts().get(1));
        assertThat(drums.withParts(FULL.parts())).isEqualTo(FULL);
    }
}
