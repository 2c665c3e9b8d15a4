package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {
    private static final Part FULL = Part.builder("Viola")
            .program(41)
            .drums(true)
            .note(60, 100, 10, 20)
            .controlChange(5, 64, 127)
            .pitchBend(6, -100)
            .lyric(7, "la")
            .build();

    @ParameterizedTest
    @ValueSource(ints = {-1, 128})
    void program_outOfBounds_isRefused(int program) {
        Part.Builder builder = Part.builder("").program(program);
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("program must be 0..127, but was " + program);
    }

    @Test
    void build_inAnyOrder_sortsByTimeAndKeepsTheOrderAtOneTick() {
        Part part = Part.builder("")
                .note(60, 100, 9, 10)
                .note(50, 100, 2, 3)
                .controlChange(4, 64, 127)
                .controlChange(1, 7, 100)
                .controlChange(4, 64, 0)
                .pitchBend(8, 1)
                .pitchBend(2, 2)
                .lyric(9, "b")
                .lyric(3, "a")
                .build();
        assertThat(part.notes()).containsExactly(new Note(50, 100, 2, 3), new Note(60, 100, 9, 10));
        assertThat(part.controlChanges())
                .containsExactly(
                        new ControlChange(1, 7, 100), new ControlChange(4, 64, 127), new ControlChange(4, 64, 0));
        assertThat(part.pitchBends()).containsExactly(new PitchBend(2, 2), new PitchBend(8, 1));
        assertThat(part.lyrics()).containsExactly(new Lyric(3, "a"), new Lyric(9, "b"));
    }

    @Test
    void aPart_doesNotChangeWithTheListsItWasMadeOf() {
        List<Note> notes = new ArrayList<>(List.of(new Note(60, 100, 0, 1)));
        Part part = Part.builder("").notes(notes).build();
        Part same = FULL.withNotes(notes);
        notes.clear();
        assertThat(part.notes()).hasSize(1);
        assertThat(same.notes()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> part.notes().clear());
    }

    @Test
    void toBuilder_isTheSamePart() {
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL);
    }

    @Test
    void withNotes_changesNothingElse() {
        Part other = FULL.withNotes(List.of(new Note(1, 2, 3, 4)));
        assertThat(other.withNotes(FULL.notes())).isEqualTo(FULL);
        assertThat(other.notes()).containsExactly(new Note(1, 2, 3, 4));
    }

    @Test
    void endTick_isTheLastOfAll() {
        assertThat(FULL.endTick()).isEqualTo(20);
        assertThat(FULL.toBuilder().controlChange(21, 64, 0).build().endTick()).isEqualTo(21);
        assertThat(FULL.toBuilder().pitchBend(22, 0).build().endTick()).isEqualTo(22);
        assertThat(FULL.toBuilder().lyric(23, "lu").build().endTick()).isEqualTo(23);
        assertThat(Part.builder("").build().endTick()).isZero();
        // The note that ends last need not be the one that begins last.
        assertThat(FULL.toBuilder().note(61, 100, 0, 99).build().endTick()).isEqualTo(99);
    }
}
