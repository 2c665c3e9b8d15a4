package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.chord;
import static io.github.musicgen.representation.sequence.Seconds.control;
import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Notes, chords and pedals are those that note-seq's tests expect when it extracts the same stretch. Unlike note-seq, a piece here
 * ends where it was cut, be there a note or not, and keeps all controllers and pitch bends, not only the pedals.
 */
class TrimTest {
    private static final List<Note> NOTES = List.of(
            note(12, 100, 0.01, 10.0),
            note(11, 55, 0.22, 0.50),
            note(40, 45, 2.50, 3.50),
            note(55, 120, 4.0, 4.01),
            note(52, 99, 4.75, 5.0));

    private static Part trimmedPart(Part part, double start, double end) {
        return Seconds.music(part).trim(tick(start), tick(end)).parts().get(0);
    }

    @Test
    void notes_belongToTheirOnset() {
        Part part = trimmedPart(Part.builder("").notes(NOTES).build(), 2.5, 4.75);
        assertThat(part.notes()).containsExactly(note(40, 45, 0, 1.0), note(55, 120, 1.5, 1.51));
    }

    @Test
    void notes_thatSoundBeyondTheEnd_areCut() {
        Part part = trimmedPart(Part.builder("").notes(NOTES).build(), 0.1, 0.3);
        assertThat(part.notes()).containsExactly(note(11, 55, 0.12, 0.2));
    }

    @Test
    void chords_thatHold_areStatedAtTheStart() {
        NoteSequence trimmed = Seconds.music()
                .part(Part.builder("").notes(NOTES).build())
                .chordSymbol(tick(1.5), "C")
                .chordSymbol(tick(3.0), "G7")
                .chordSymbol(tick(4.8), "F")
                .build()
                .trim(tick(2.5), tick(4.75));
        assertThat(trimmed.chordSymbols()).containsExactly(chord(0, "C"), chord(0.5, "G7"));
        assertThat(trimmed.endTick()).isEqualTo(tick(2.25));
    }

    @Test
    void pedals_thatHold_areStatedAtTheStart() {
        Part.Builder part = Part.builder("").note(60, 80, tick(2.5), tick(5.0));
        for (int pedal : List.of(64, 66, 67)) {
            int first = pedal == 66 ? 0 : 127;
            part.controlChange(0, pedal, first)
                    .controlChange(tick(2.0), pedal, 127 - first)
                    .controlChange(tick(4.0), pedal, first)
                    .controlChange(tick(5.0), pedal, 127 - first);
        }
        assertThat(trimmedPart(part.build(), 2.5, 4.75))
                .isEqualTo(Part.builder("")
                        .note(60, 80, 0, tick(2.25))
                        .controlChange(0, 64, 0)
                        .controlChange(0, 66, 127)
                        .controlChange(0, 67, 0)
                        .controlChange(tick(1.5), 64, 127)
                        .controlChange(tick(1.5), 66, 0)
                        .controlChange(tick(1.5), 67, 127)
                        .build());
    }

    @Test
    void aController_thatIsSetAtTheStart_isNotStatedTwice() {
        Part part = Part.builder("")
                .controlChange(tick(1), 7, 100)
                .controlChange(tick(1), 10, 64)
                .controlChange(tick(2), 7, 90)
                .controlChange(tick(2), 7, 80)
                .build();
        assertThat(trimmedPart(part, 2, 2).controlChanges())
                .containsExactly(control(0, 10, 64), control(0, 7, 90), control(0, 7, 80));
    }

    @Test
    void aPitchBend_thatHolds_isStatedAtTheStart() {
        Part part = Part.builder("")
                .pitchBend(tick(1), 5)
                .pitchBend(tick(2), 9)
                .pitchBend(tick(4), 0)
                .build();
        assertThat(trimmedPart(part, 3, 4).pitchBends())
                .containsExactly(new PitchBend(0, 9), new PitchBend(tick(1), 0));
    }

    /** The range of pitch bends is data for parameter 0, which files use to deselect at once; and it matters until the end. */
    @Test
    void parametersThatDataEntrySet_areStatedAtTheStart_eachWithItsNumber() {
        Part part = Part.builder("")
                .controlChange(0, 101, 0)
                .controlChange(0, 100, 0)
                .controlChange(0, 6, 12)
                .controlChange(0, 99, 1)
                .controlChange(0, 98, 8)
                .controlChange(0, 6, 70)
                .controlChange(0, 38, 3)
                .controlChange(0, 101, 127)
                .controlChange(0, 100, 127)
                .note(60, 100, tick(2), tick(3))
                .build();
        assertThat(trimmedPart(part, 1, 3).controlChanges())
                .containsExactly(
                        control(0, 101, 0),
                        control(0, 100, 0),
                        control(0, 6, 12),
                        control(0, 99, 1),
                        control(0, 98, 8),
                        control(0, 6, 70),
                        control(0, 38, 3),
                        control(0, 101, 127),
                        control(0, 100, 127));
    }

    @Test
    void whatHappensOnce_isNotStatedAgain() {
        NoteSequence sequence = Seconds.music()
                .part(Part.builder("")
                        .lyric(tick(1), "la")
                        .controlChange(tick(1), 123, 0)
                        .controlChange(tick(1), 96, 0)
                        .note(60, 100, tick(3), tick(4))
                        .build())
                .marker(tick(1), "A")
                .marker(tick(2), "B")
                .build();
        NoteSequence trimmed = sequence.trim(tick(2), tick(4));
        assertThat(trimmed.markers()).containsExactly(new Marker(0, "B"));
        assertThat(trimmed.parts()).containsExactly(Seconds.part(note(60, 100, 1, 2)));
    }

    @Test
    void temposMetersAndKeys_thatHold_areStatedAtTheStart() {
        NoteSequence trimmed = Seconds.music()
                .tempo(tick(1), 90)
                .tempo(tick(3), 100)
                .timeSignature(tick(1), 3, 4)
                .timeSignature(tick(3), 6, 8)
                .keySignature(0, 2, Mode.MAJOR)
                .keySignature(tick(1), -3, Mode.MINOR)
                .keySignature(tick(4), 0, Mode.MAJOR)
                .endTick(tick(5))
                .build()
                .trim(tick(2), tick(4));
        assertThat(trimmed.tempoMap().tempos())
                .containsExactly(Tempo.ofQuartersPerMinute(0, 90), Tempo.ofQuartersPerMinute(tick(1), 100));
        assertThat(trimmed.meterMap().timeSignatures())
                .containsExactly(new TimeSignature(0, 3, 4), new TimeSignature(tick(1), 6, 8));
        assertThat(trimmed.keySignatures()).containsExactly(new KeySignature(0, -3, Mode.MINOR));
    }

    @Test
    void whatLiesAtTheEnd_isLeftOut_unlessTheMusicEndsThere() {
        NoteSequence sequence = Seconds.music()
                .part(Part.builder("")
                        .note(60, 100, 5, 5)
                        .controlChange(5, 64, 0)
                        .lyric(5, "la")
                        .build())
                .marker(5, "end")
                .endTick(5)
                .build();
        assertThat(sequence.trim(0, 5)).isEqualTo(sequence);
        assertThat(sequence.toBuilder().endTick(6).build().trim(0, 5))
                .isEqualTo(Seconds.music()
                        .part(Part.builder("").build())
                        .endTick(5)
                        .build());
    }

    @Test
    void anEnd_beyondTheMusic_isThatOfTheMusic() {
        NoteSequence sequence = Seconds.music(Seconds.part(note(60, 100, 0, 1)));
        assertThat(sequence.trim(0, tick(9))).isEqualTo(sequence);
        assertThat(sequence.trim(0, Long.MAX_VALUE)).isEqualTo(sequence);
    }

    @Test
    void aStart_outsideOfTheMusic_isRefused() {
        NoteSequence sequence = Seconds.music(Part.builder("").notes(NOTES).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence.trim(tick(15), tick(16)))
                .withMessage("start of a trim must be 0..10000 ticks, but was 15000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence.trim(-1, 4))
                .withMessage("start of a trim must be 0..10000 ticks, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence.trim(5, 4))
                .withMessage("end of a trim must not lie before its start, tick 5, but was 4");
    }
}
