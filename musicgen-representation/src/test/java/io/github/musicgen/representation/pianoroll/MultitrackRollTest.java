package io.github.musicgen.representation.pianoroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultitrackRollTest {
    private static final Grid TWO = Grid.perQuarter(2);

    /** Two pianos, a bass, a flute that counts as strings, a gunshot that counts as nothing, and drums. */
    private static QuantizedSequence song() {
        return NoteSequence.builder(480)
                .tempo(0, 96)
                .timeSignature(0, 3, 4)
                .part(Part.builder("right")
                        .note(72, 80, 0, 480)
                        .note(72, 60, 480, 960)
                        .build())
                .part(Part.builder("left").program(1).note(48, 50, 0, 960).build())
                .part(Part.builder("bass").program(33).note(36, 90, 0, 240).build())
                .part(Part.builder("flute").program(73).note(84, 70, 240, 7200).build())
                .part(Part.builder("bang").program(127).note(60, 127, 0, 960).build())
                .part(Part.builder("kit")
                        .drums(true)
                        .note(36, 100, 0, 10)
                        .note(38, 100, 480, 490)
                        .build())
                .build()
                .quantize(TWO);
    }

    private static QuantizedNote note(int pitch, int velocity, int start, int end) {
        return new QuantizedNote(pitch, velocity, start, end);
    }

    @Test
    void velocity_partsOfOneGroup_areMergedAndPartsOfNoneLeftOut() {
        MultitrackRoll roll = MultitrackRoll.velocity(song(), Ensemble.BAND);
        assertThat(roll.steps()).isEqualTo(30);
        assertThat(roll.roll("piano").notes())
                .containsExactly(note(48, 50, 0, 4), note(72, 80, 0, 2), note(72, 60, 2, 4));
        assertThat(roll.roll("guitar").notes()).isEmpty();
        assertThat(roll.roll("bass").notes()).containsExactly(note(36, 90, 0, 1));
        assertThat(roll.roll("strings").notes()).containsExactly(note(84, 70, 1, 30));
        assertThat(roll.roll("drums").notes()).containsExactly(note(36, 100, 0, 1), note(38, 100, 2, 3));
    }

    @Test
    void families_everyPart_hasAPlace() {
        MultitrackRoll roll = MultitrackRoll.binary(song(), Ensemble.FAMILIES);
        assertThat(roll.rolls().stream().mapToInt(each -> each.notes().size()).sum())
                .isEqualTo(8);
        assertThat(roll.roll("sound effects").notes()).containsExactly(note(60, 100, 0, 4));
    }

    @Test
    void toQuantizedSequence_isAPartForEachGroupAndRollsToTheSameAgain() {
        MultitrackRoll roll = MultitrackRoll.velocity(song(), Ensemble.BAND);
        QuantizedSequence music = roll.toQuantizedSequence(song().outline(), RollReader.DEFAULT);
        assertThat(music.parts())
                .extracting(QuantizedPart::name)
                .isEqualTo(List.of("piano", "guitar", "bass", "strings", "drums"));
        assertThat(music.parts()).extracting(QuantizedPart::program).containsExactly(0, 24, 32, 48, 0);
        assertThat(music.outline().meterMap()).isEqualTo(song().outline().meterMap());
        assertThat(MultitrackRoll.velocity(music, Ensemble.BAND)).isEqualTo(roll);
    }

    @Test
    void toQuantizedSequence_withATempo_plays() {
        QuantizedSequence music = MultitrackRoll.binary(song(), Ensemble.BAND).toQuantizedSequence(90);
        assertThat(music.outline().tempoMap().tempos().get(0).quartersPerMinute())
                .isEqualTo(90, within(0.001));
        assertThat(music.grid()).isEqualTo(TWO);
        assertThat(music.parts().get(2).notes()).containsExactly(note(36, 100, 0, 1));
    }

    @Test
    void windows_ofThirtyTwoSteps_arePaddedAndJoinToTheSong() {
        MultitrackRoll roll = MultitrackRoll.velocity(song(), Ensemble.BAND).resized(70);
        List<MultitrackRoll> segments = roll.windows(32, 32);
        assertThat(segments).hasSize(3).allMatch(segment -> segment.steps() == 32);
        assertThat(Roll.stack(segments.get(0).frames())).hasSize(5 * 32 * 128);
        assertThat(MultitrackRoll.join(segments).resized(70)).isEqualTo(roll);
    }

    @Test
    void transposed_movesAllButTheDrums() {
        MultitrackRoll up = MultitrackRoll.velocity(song(), Ensemble.BAND).transposed(2);
        assertThat(up.roll("bass").notes()).containsExactly(note(38, 90, 0, 1));
        assertThat(up.roll("drums").notes()).containsExactly(note(36, 100, 0, 1), note(38, 100, 2, 3));
    }

    @Test
    void binary_hostileLength_isRefusedForAllGroupsTogether() {
        QuantizedSequence song = song();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultitrackRoll.binary(song, Ensemble.FAMILIES, 100_000, PitchRange.ALL))
                .withMessage(
                        "piano rolls made together must have at most 1048576 steps in all, but 17 x 100000 were wanted");
        MultitrackRoll roll = MultitrackRoll.binary(song, Ensemble.BAND);
        assertThatIllegalArgumentException().isThrownBy(() -> roll.resized(300_000));
    }

    @Test
    void join_differentGrids_isRefused() {
        MultitrackRoll roll = MultitrackRoll.binary(song(), Ensemble.BAND);
        MultitrackRoll other = new MultitrackRoll(Grid.perQuarter(4), Ensemble.BAND, roll.rolls());
        assertThatIllegalArgumentException().isThrownBy(() -> MultitrackRoll.join(List.of(roll, other)));
        assertThatIllegalArgumentException().isThrownBy(() -> MultitrackRoll.join(List.of()));
    }

    @Test
    void multitrackRoll_notOneRollForEachGroup_isRefused() {
        PianoRoll roll = PianoRoll.binary(List.of(), 4, PitchRange.ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultitrackRoll(TWO, Ensemble.BAND, List.of(roll)))
                .withMessage("a multitrack roll must have as many rolls as groups, 5, but had 1");
    }
}
