package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.part;
import static io.github.musicgen.representation.sequence.Seconds.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shifting, stretching and changing the resolution. */
class RetimingTest {
    /** The music that note-seq's tests shift. */
    private static final NoteSequence SAMPLE = sample(0);

    private static NoteSequence sample(double later) {
        return Seconds.music()
                .part(part(
                                note(12, 100, 0.01 + later, 10.0 + later),
                                note(11, 55, 0.22 + later, 0.50 + later),
                                note(40, 45, 2.50 + later, 3.50 + later))
                        .toBuilder()
                        .controlChange(tick(2.0 + later), 64, 0)
                        .pitchBend(tick(3.0 + later), 100)
                        .lyric(tick(0.01 + later), "la")
                        .build())
                .chordSymbol(tick(1.5 + later), "C")
                .keySignature(tick(later), 2, Mode.MAJOR)
                .marker(tick(4 + later), "A")
                .build();
    }

    @Test
    void shift_movesEverything() {
        // note-seq leaves nothing before the first tempo and meter; here they also hold in the silence.
        assertThat(SAMPLE.shift(tick(4))).isEqualTo(sample(4));
        assertThat(SAMPLE.shift(0)).isEqualTo(SAMPLE);
    }

    @Test
    void shift_movesTemposAndMeters_andStartsBarsWithTheMusic() {
        NoteSequence changing = Seconds.music()
                .tempo(0, 90)
                .tempo(tick(4), 120)
                .timeSignature(0, 3, 4)
                .timeSignature(tick(6), 4, 4)
                .build();
        NoteSequence byOne = changing.shift(tick(1));
        assertThat(byOne.tempoMap().tempos())
                .containsExactly(Tempo.ofQuartersPerMinute(0, 90), Tempo.ofQuartersPerMinute(tick(5), 120));
        assertThat(byOne.meterMap().timeSignatures())
                .containsExactly(
                        new TimeSignature(0, 3, 4), new TimeSignature(tick(1), 3, 4), new TimeSignature(tick(7), 4, 4));
        assertThat(changing.shift(tick(3)).meterMap().timeSignatures())
                .containsExactly(new TimeSignature(0, 3, 4), new TimeSignature(tick(9), 4, 4));
    }

    @Test
    void shift_outOfBounds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SAMPLE.shift(-1))
                .withMessage("ticks to shift by must be 0..274877906944 ticks, but was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> SAMPLE.shift(Ticks.MAX));
    }

    /** The seconds and the tempo are those that note-seq's test expects. */
    @Test
    void stretch_changesTempos_andSoAllSeconds() {
        NoteSequence stretched = SAMPLE.stretch(1.5);
        assertThat(stretched.tempoMap().tempos()).containsExactly(Tempo.ofQuartersPerMinute(0, 40));
        assertThat(stretched.seconds()).isEqualTo(15);
        assertThat(stretched.parts()).isEqualTo(SAMPLE.parts());
        assertThat(stretched
                        .tempoMap()
                        .secondsAt(stretched.chordSymbols().get(0).tick()))
                .isEqualTo(2.25);
    }

    @Test
    void stretch_severalTempos_keepsTheirRatios() {
        NoteSequence changing = SAMPLE.toBuilder().tempo(tick(5), 140).build();
        assertThat(changing.stretch(0.5).tempoMap().tempos())
                .containsExactly(new Tempo(0, 500_000), new Tempo(tick(5), 214_286));
        assertThat(changing.stretch(0.95).seconds()).isCloseTo(0.95 * changing.seconds(), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 17, 1e-7})
    void stretch_toWhatIsNoTempo_isRefused(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SAMPLE.stretch(factor))
                .withMessage("tempo stretched by " + factor + " must be 1..16777215 microseconds per quarter, but was "
                        + 1e6 * factor);
    }

    @Test
    void withResolution_aMultiple_isExact() {
        NoteSequence fine = SAMPLE.withResolution(3000);
        assertThat(fine.ticksPerQuarter()).isEqualTo(3000);
        assertThat(fine.seconds()).isEqualTo(SAMPLE.seconds());
        assertThat(fine.parts().get(0).controlChanges()).containsExactly(new ControlChange(3 * tick(2), 64, 0));
        assertThat(fine.withResolution(1000)).isEqualTo(SAMPLE);
        assertThat(SAMPLE.withResolution(1000)).isSameAs(SAMPLE);
    }

    @Test
    void withResolution_aCoarserOne_roundsHalvesUpAndLeavesNoNoteWithoutLength() {
        NoteSequence fine = NoteSequence.builder(100)
                .part(Part.builder("")
                        .note(60, 100, 4, 5)
                        .note(61, 100, 5, 14)
                        .note(62, 100, 15, 15)
                        .note(63, 100, 98, 99)
                        .build())
                .build();
        NoteSequence coarse = fine.withResolution(10);
        assertThat(coarse.notes())
                .containsExactly(
                        new Note(60, 100, 0, 1),
                        new Note(61, 100, 1, 2),
                        new Note(62, 100, 2, 2),
                        new Note(63, 100, 10, 11));
        // The last note needs a tick that the end, rounded, would not leave it.
        assertThat(coarse.endTick()).isEqualTo(11);
    }

    @Test
    void withResolution_outOfBounds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SAMPLE.withResolution(40_000))
                .withMessage("ticks per quarter must be 1..32767, but was 40000");
        NoteSequence far = NoteSequence.builder(96).endTick(Ticks.MAX).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> far.withResolution(97))
                .withMessage("tick at the new resolution must be 0..274877906944 ticks, but was 277741218475");
    }

    @Test
    void withResolution_twoTemposThatMeet_keepsTheLater() {
        NoteSequence close =
                NoteSequence.builder(100).tempo(0, 60).tempo(4, 70).endTick(8).build();
        assertThat(close.withResolution(10).tempoMap().tempos()).isEqualTo(List.of(Tempo.ofQuartersPerMinute(0, 70)));
    }
}
