package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrumPatternTest {
    private static final DrumPattern BEAT = DrumPattern.of(5, 0, 4, 0, 6, 0, 4, 256);

    @Test
    void events_areSumsOfPowersOfTwo_ofTheClassesStruck() {
        assertThat(BEAT.pitches(0)).containsExactly(36, 42);
        assertThat(BEAT.pitches(1)).isEmpty();
        assertThat(BEAT.pitches(4)).containsExactly(38, 42);
        assertThat(BEAT.pitches(7)).containsExactly(51);
        assertThat(DrumPattern.of(DrumPattern.MAX_EVENT).pitches(0))
                .containsExactly(36, 38, 42, 46, 45, 48, 50, 49, 51);
    }

    @Test
    void strikesAt_isWhereAnythingIsStruck() {
        assertThat(BEAT.strikesAt(0)).isTrue();
        assertThat(BEAT.strikesAt(1)).isFalse();
        assertThat(BEAT.hasNote()).isTrue();
        assertThat(DrumPattern.of(0, 0).hasNote()).isFalse();
        assertThat(DrumPattern.of().hasNote()).isFalse();
    }

    @Test
    void toNoteSequence_isOnePartOfDrums_whoseNotesLastAStep() {
        NoteSequence music =
                DrumPattern.of(5, 0, 2).withMeter(12, 4).withStartStep(16).toNoteSequence(90);
        Part part = music.parts().get(0);
        assertThat(part.drums()).isTrue();
        assertThat(part.notes())
                .containsExactly(
                        new Note(36, 100, 1920, 2040), new Note(42, 100, 1920, 2040), new Note(38, 100, 2160, 2280));
        assertThat(music.meterMap().timeSignatures().get(0).numerator()).isEqualTo(3);
        assertThat(music.tempoMap().tempos().get(0).microsecondsPerQuarter()).isEqualTo(666_667);
    }

    @Test
    void slices_startWhereTheyDid() {
        DrumPattern slice = BEAT.withStartStep(16).slice(4, 8);
        assertThat(slice).isEqualTo(DrumPattern.of(6, 0, 4, 256).withStartStep(20));
        assertThat(slice.endStep()).isEqualTo(24);
        assertThatThrownBy(() -> BEAT.slice(4, 9))
                .hasMessage("a slice of a drum pattern of 8 steps must lie within it, but went from 4 to 9");
    }

    @Test
    void windows_joined_areThePatternAgain() {
        DrumPattern beat = BEAT.withMeter(4, 4);
        List<DrumPattern> bars = BarWindows.of(beat, 1);
        assertThat(bars).extracting(DrumPattern::startStep).containsExactly(0, 4);
        assertThat(BarWindows.join(bars)).isEqualTo(beat);
        assertThatThrownBy(() -> BarWindows.join(List.of(beat, BEAT)))
                .hasMessage(
                        "stretches that are joined must have one meter and grid, but had 4 steps in a bar and 4 in a"
                                + " quarter, and 16 and 4");
    }

    @Test
    void values_areEqual_onlyIfAllOfThemAre() {
        assertThat(BEAT).isEqualTo(DrumPattern.of(BEAT.events())).hasSameHashCodeAs(DrumPattern.of(BEAT.events()));
        assertThat(BEAT).isNotEqualTo(BEAT.withStartStep(1)).isNotEqualTo(BEAT.withMeter(12, 4));
        assertThat(BEAT).isNotEqualTo(BEAT.withMeter(16, 8)).isNotEqualTo(BEAT.withEvents(5, 0));
        assertThat(DrumPattern.of(5))
                .hasToString("DrumPattern[startStep=0, stepsPerBar=16, stepsPerQuarter=4, events=[5]]");
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThatThrownBy(() -> DrumPattern.of(0, 512))
                .hasMessage("event of a drum pattern must be 0..511, but was 512 at step 1");
        assertThatThrownBy(() -> DrumPattern.of(-1)).hasMessageContaining("but was -1 at step 0");
        assertThatThrownBy(() -> BEAT.withMeter(0, 4)).hasMessageContaining("must be at least 1, but were 0 and 4");
        assertThatThrownBy(() -> BEAT.withStartStep(-1)).hasMessageContaining("but was -1");
        assertThatThrownBy(() -> DrumPattern.of(new int[DrumPattern.MAX_LENGTH + 1]))
                .hasMessage("length of a drum pattern must be 0..16777216 steps, but was 16777217");
    }
}
