package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {
    /** note-seq puts these notes into one part, as both parts have the same number; here parts stay apart. */
    @Test
    void sequences_soundTogether() {
        Part one = part(note(60, 100, 0.0, 1.0), note(72, 100, 0.5, 1.5));
        Part other = part(note(59, 100, 0.25, 1.0), note(71, 100, 0.75, 1.5));
        assertThat(NoteSequence.merge(List.of(Seconds.music(one), Seconds.music(other))))
                .isEqualTo(Seconds.music(one, other));
    }

    @Test
    void theFirst_conducts() {
        NoteSequence first = NoteSequence.builder(96)
                .title("First")
                .tempo(10, 90)
                .timeSignature(0, 3, 4)
                .marker(0, "A")
                .build();
        NoteSequence second = NoteSequence.builder(96)
                .title("Second")
                .tempo(0, 200)
                .timeSignature(5, 2, 4)
                .keySignature(0, 1, Mode.MAJOR)
                .chordSymbol(0, "G")
                .marker(0, "A")
                .marker(3, "B")
                .endTick(500)
                .build();
        NoteSequence third = NoteSequence.builder(96)
                .keySignature(0, 2, Mode.MAJOR)
                .chordSymbol(0, "D")
                .build();
        assertThat(NoteSequence.merge(List.of(first, second, third)))
                .isEqualTo(first.toBuilder()
                        .keySignature(0, 1, Mode.MAJOR)
                        .chordSymbol(0, "G")
                        .marker(3, "B")
                        .endTick(500)
                        .build());
    }

    @Test
    void resolutions_meetInTheLeastThatIsExact() {
        Part eighth = Part.builder("").note(60, 100, 1, 2).build();
        NoteSequence merged = NoteSequence.merge(List.of(
                NoteSequence.builder(2).part(eighth).build(),
                NoteSequence.builder(3).part(eighth).build()));
        assertThat(merged.ticksPerQuarter()).isEqualTo(6);
        assertThat(merged.notes()).containsExactly(new Note(60, 100, 3, 6), new Note(60, 100, 2, 4));
    }

    @Test
    void none_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteSequence.merge(List.of()))
                .withMessage("sequences to put together must be 1 or more, but were 0");
    }
}
