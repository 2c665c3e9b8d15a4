package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.part;
import static io.github.musicgen.representation.sequence.Seconds.tick;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes are those that note-seq's tests expect of the same music, except where a test says otherwise. */
class SustainPedalTest {
    private static final int DOWN = 127;
    private static final int UP = 0;

    /** Notes under a pedal: times at which it is pressed and lifted by turns. */
    private static Part pedaled(List<Note> notes, double... pressesAndLifts) {
        Part.Builder builder = Part.builder("").notes(notes);
        for (int i = 0; i < pressesAndLifts.length; i++) {
            builder.controlChange(tick(pressesAndLifts[i]), ControlChange.SUSTAIN, i % 2 == 0 ? DOWN : UP);
        }
        return builder.build();
    }

    private static List<Note> applied(Part part) {
        return Seconds.music(part).applySustainPedal().parts().get(0).notes();
    }

    @Test
    void notes_thatEndUnderThePedal_soundUntilItIsLifted() {
        Part part = pedaled(
                        List.of(note(11, 55, 0.22, 0.50), note(40, 45, 2.50, 3.50), note(55, 120, 4.0, 4.01)),
                        0.0,
                        0.75,
                        2.0,
                        3.0,
                        3.75)
                .toBuilder()
                .controlChange(tick(4.5), 64, 127)
                .controlChange(tick(4.8), 64, 0)
                .controlChange(tick(4.9), 64, 127)
                .controlChange(tick(6.0), 64, 0)
                .build();
        Part otherPart = part(note(12, 100, 0.01, 10.0), note(52, 99, 4.75, 5.0));
        NoteSequence applied = Seconds.music(part, otherPart).applySustainPedal();
        assertThat(applied.parts().get(0).notes())
                .containsExactly(note(11, 55, 0.22, 0.75), note(40, 45, 2.50, 3.50), note(55, 120, 4.0, 4.8));
        assertThat(applied.parts().get(1)).isEqualTo(otherPart);
    }

    @Test
    void aPitch_struckAgainUnderThePedal_endsTheEarlierNote() {
        assertThat(applied(pedaled(
                        List.of(
                                note(60, 100, 0.25, 1.50),
                                note(60, 100, 1.25, 1.50),
                                note(72, 100, 2.00, 3.50),
                                note(60, 100, 2.0, 3.00),
                                note(60, 100, 3.50, 4.50)),
                        1.0,
                        4.0)))
                .containsExactly(
                        note(60, 100, 0.25, 1.25),
                        note(60, 100, 1.25, 2.00),
                        note(60, 100, 2.0, 3.50),
                        note(72, 100, 2.00, 4.00),
                        note(60, 100, 3.50, 4.50));
    }

    @Test
    void aPitch_struckAgainBeforeThePedal_goesOnUntilItIsStruckUnderIt() {
        assertThat(applied(pedaled(
                        List.of(note(60, 100, 0.25, 1.50), note(60, 100, .50, 1.50), note(60, 100, 1.25, 2.0)),
                        1.0,
                        4.0)))
                .containsExactly(note(60, 100, 0.25, 1.25), note(60, 100, 0.50, 1.25), note(60, 100, 1.25, 4.00));
    }

    @Test
    void aPedal_pressedAndLiftedAtOnce_doesNothing() {
        List<Note> notes = List.of(note(60, 100, 0.50, 1.50), note(60, 100, 2.0, 3.0));
        assertThat(applied(pedaled(notes, 1.0, 1.0))).isEqualTo(notes);
    }

    /** note-seq takes a lift and a press at one time for a press and a lift. */
    @Test
    void aPedal_liftedAndPressedAtOnce_endsWhatItHeldAndHoldsWhatEndsLater() {
        assertThat(applied(pedaled(
                        List.of(note(60, 100, 0, 1), note(62, 100, 0, 2), note(64, 100, 1, 3)), 0.5, 2.0, 2.0, 4.0)))
                .containsExactly(note(60, 100, 0, 2), note(62, 100, 0, 4), note(64, 100, 1, 4));
    }

    @Test
    void aPedal_liftedAfterTheLastNote_makesTheMusicNoLonger() {
        Part part = pedaled(List.of(note(60, 100, 0.50, 1.50), note(72, 100, 2.0, 3.0)), 1.0, 4.0);
        assertThat(applied(part)).containsExactly(note(60, 100, 0.50, 4.00), note(72, 100, 2.0, 4.0));
        assertThat(Seconds.music(part).applySustainPedal().endTick()).isEqualTo(tick(4));
    }

    @Test
    void aPedal_afterAllNotes_doesNothing() {
        List<Note> notes = List.of(note(60, 100, 0.50, 1.50), note(72, 100, 2.0, 3.0));
        assertThat(applied(pedaled(notes, 4.0, 5.0))).isEqualTo(notes);
    }

    @Test
    void aPedal_neverLifted_holdsUntilTheEndOfTheMusic() {
        NoteSequence sequence = Seconds.music()
                .part(pedaled(List.of(note(60, 100, 0, 1)), 0.5))
                .endTick(tick(7))
                .build();
        assertThat(sequence.applySustainPedal().notes()).containsExactly(note(60, 100, 0, 7));
    }

    /** note-seq keeps only one of two equal notes here; its comment finds keeping both more right, and so do we. */
    @Test
    void equalNotes_underThePedal_bothSoundOn() {
        assertThat(applied(pedaled(List.of(note(60, 100, 2.0, 2.5), note(60, 100, 2.0, 2.5)), 1.0, 4.0)))
                .containsExactly(note(60, 100, 2.0, 4.0), note(60, 100, 2.0, 4.0));
    }

    @Test
    void drums_stayAsTheyAre() {
        Part drums = pedaled(List.of(note(38, 100, 2.0, 2.5)), 1.0, 4.0).toBuilder()
                .drums(true)
                .build();
        assertThat(Seconds.music(drums).applySustainPedal()).isEqualTo(Seconds.music(drums));
    }

    @Test
    void aNote_thatEndsAsThePedalMoves_hasThePedalAtItsNewPlace() {
        assertThat(applied(pedaled(List.of(note(11, 55, 0.22, 0.75), note(40, 45, 2.50, 3.50)), 0.0, 0.75, 2.0, 3.0)))
                .containsExactly(note(11, 55, 0.22, 0.75), note(40, 45, 2.50, 3.50));
        assertThat(applied(pedaled(List.of(note(60, 100, 0, 1)), 1.0, 2.0))).containsExactly(note(60, 100, 0, 2));
    }

    @Test
    void thePedal_isDownFrom64On() {
        Part half = Part.builder("")
                .note(60, 100, 0, tick(1))
                .controlChange(0, 64, 63)
                .controlChange(tick(2), 64, 0)
                .build();
        assertThat(applied(half)).containsExactly(note(60, 100, 0, 1));
        Part down = half.toBuilder().controlChange(0, 64, 64).build();
        assertThat(applied(down)).containsExactly(note(60, 100, 0, 2));
    }

    @Test
    void thePedalsEvents_areGoneAfterwards_andNoOthers() {
        Part part = pedaled(List.of(), 1.0, 2.0).toBuilder()
                .controlChange(0, 7, 100)
                .pitchBend(0, 5)
                .lyric(0, "la")
                .build();
        assertThat(Seconds.music(part).applySustainPedal().parts())
                .containsExactly(Part.builder("")
                        .controlChange(0, 7, 100)
                        .pitchBend(0, 5)
                        .lyric(0, "la")
                        .build());
    }
}
