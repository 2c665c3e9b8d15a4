package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.time.Ticks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 128})
    void pitch_outOfMidi_isRefused(int pitch) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Note(pitch, 100, 0, 1))
                .withMessage("pitch must be 0..127, but was " + pitch);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, -3})
    void velocity_outOfBounds_isRefused(int velocity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Note(60, velocity, 0, 1))
                .withMessage("velocity must be 1..127, but was " + velocity);
    }

    @Test
    void ticks_outOfBounds_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Note(60, 100, -1, 1))
                .withMessage("start of a note must be 0..274877906944 ticks, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Note(60, 100, 0, Ticks.MAX + 1))
                .withMessage("end of a note must be 0..274877906944 ticks, but was 274877906945");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Note(60, 100, 5, 4))
                .withMessage("end of a note must not lie before its start, tick 5, but was 4");
    }

    @Test
    void aNote_mayHaveNoLength() {
        assertThat(new Note(60, 100, Ticks.MAX, Ticks.MAX).durationTicks()).isZero();
    }

    @Test
    void order_isByStartThenPitchThenEndThenVelocity() {
        List<Note> inOrder = List.of(
                new Note(60, 1, 0, 9),
                new Note(50, 9, 3, 4),
                new Note(60, 9, 3, 4),
                new Note(60, 1, 3, 5),
                new Note(60, 2, 3, 5));
        assertThat(List.of(inOrder.get(4), inOrder.get(1), inOrder.get(3), inOrder.get(0), inOrder.get(2)).stream()
                        .sorted()
                        .toList())
                .isEqualTo(inOrder);
    }

    @Test
    void with_changesNothingElse() {
        Note note = new Note(60, 100, 3, 5);
        assertThat(note.withPitch(61)).isEqualTo(new Note(61, 100, 3, 5));
        assertThat(note.withTicks(7, 8)).isEqualTo(new Note(60, 100, 7, 8));
        assertThat(note.durationTicks()).isEqualTo(2);
    }
}
