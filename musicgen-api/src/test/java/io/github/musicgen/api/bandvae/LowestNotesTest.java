package io.github.musicgen.api.bandvae;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LowestNotesTest {
    @Example
    void instruments_haveTheLowestNotesOfRealOnes() {
        assertThat(LowestNotes.of(0)).isEqualTo(Pitch.parse("A0"));
        assertThat(LowestNotes.of(24)).isEqualTo(Pitch.parse("E2"));
        assertThat(LowestNotes.of(32)).isEqualTo(Pitch.parse("E1"));
        assertThat(LowestNotes.of(48)).isEqualTo(Pitch.parse("E1"));
        assertThat(LowestNotes.of(73)).isEqualTo(Pitch.MIN);
    }

    @Property
    void raised_isTheLowestOctaveThatIsThere_orThePitchItself(
            @ForAll @IntRange(min = -12, max = 127) int pitch, @ForAll @IntRange(max = 127) int program) {
        int lowest = LowestNotes.of(program);
        int raised = LowestNotes.raised(pitch, program);
        assertThat(Math.floorMod(raised - pitch, Pitch.PER_OCTAVE)).isZero();
        if (pitch >= lowest) {
            assertThat(raised).isEqualTo(pitch);
        } else {
            assertThat(raised).isBetween(lowest, lowest + Pitch.PER_OCTAVE - 1);
        }
    }

    /** Their program is that of a piano. */
    @Example
    void drums_stayWhereTheyAre() {
        BandVaeConfiguration thesis = BandVaeConfiguration.thesis();
        byte[] states = new byte[thesis.steps() * 128];
        Arrays.fill(states, 0, 128, BandCells.STRUCK);
        BandNotes notes = new BandNotes(thesis, 4, new PlayedKey(5, PlayedKey.HOME.tones()));
        notes.add(BandCells.of(states), new byte[states.length]);
        assertThat(notes.part(1, 0, 9).notes())
                .hasSize(128)
                .allMatch(note -> note.endTick() == 1)
                .extracting(Note::pitch)
                .startsWith(0, 1, 2);
    }
}
