package io.github.musicgen.representation.pianoroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.time.Grid;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PianoRollTest {
    private static final PitchRange FEW = new PitchRange(60, 63);

    private static QuantizedNote note(int pitch, int velocity, int start, int end) {
        return new QuantizedNote(pitch, velocity, start, end);
    }

    @Provide
    Arbitrary<List<QuantizedNote>> apart() {
        return QuantizedNotes.withoutOverlaps(40, 52);
    }

    @Provide
    Arbitrary<List<QuantizedNote>> any() {
        return QuantizedNotes.any(40, 52);
    }

    @Property
    void notesThatDoNotOverlapComeBackFromAVelocityRoll(@ForAll("apart") List<QuantizedNote> notes) {
        PianoRoll roll = PianoRoll.velocity(new QuantizedPart("", 0, false, notes));
        assertThat(roll.notes()).isEqualTo(notes);
    }

    @Property
    void notesThatDoNotOverlapComeBackFromABinaryRollAtOneVelocity(@ForAll("apart") List<QuantizedNote> notes) {
        PianoRoll roll = PianoRoll.binary(new QuantizedPart("", 0, false, notes));
        List<QuantizedNote> at90 = notes.stream()
                .map(note -> note(note.pitch(), 90, note.startStep(), note.endStep()))
                .toList();
        assertThat(RollReader.DEFAULT.withVelocity(90).read(roll)).isEqualTo(at90);
    }

    @Property
    void whateverARollSaysComesBackFromItsNotes(@ForAll("any") List<QuantizedNote> notes) {
        PianoRoll roll = PianoRoll.velocity(notes, 90, PitchRange.ALL);
        PianoRoll again = PianoRoll.velocity(roll.notes(), 90, PitchRange.ALL);
        assertThat(again.frames()).isEqualTo(roll.frames());
        assertThat(again.onsets()).isEqualTo(roll.onsets());
        assertThat(again.notes()).isEqualTo(roll.notes());
    }

    @Property
    void aBinaryRollIsWhereTheVelocityLiesAboveZero(@ForAll("any") List<QuantizedNote> notes) {
        PianoRoll roll = PianoRoll.velocity(notes, 50, PitchRange.PIANO);
        assertThat(roll.velocities().orElseThrow().above(0)).isEqualTo(roll.frames());
        assertThat(roll.withoutVelocities()).isEqualTo(PianoRoll.binary(notes, 50, PitchRange.PIANO));
    }

    @Property
    void transposingARollIsTheRollOfTransposedNotes(
            @ForAll("any") List<QuantizedNote> notes, @ForAll @IntRange(min = -40, max = 75) int semitones) {
        List<QuantizedNote> moved = notes.stream()
                .map(note -> note(note.pitch() + semitones, note.velocity(), note.startStep(), note.endStep()))
                .toList();
        PianoRoll roll = PianoRoll.velocity(notes, 90, PitchRange.ALL);
        assertThat(roll.transposed(semitones)).isEqualTo(PianoRoll.velocity(moved, 90, PitchRange.ALL));
    }

    @Property
    void aRollInARangeIsTheRollOfTheNotesWithinIt(
            @ForAll("any") List<QuantizedNote> notes, @ForAll @IntRange(min = 0, max = 127) int lowest) {
        PitchRange range = new PitchRange(lowest, Math.min(127, lowest + 8));
        PianoRoll roll = PianoRoll.velocity(notes, 90, PitchRange.ALL);
        assertThat(roll.within(range)).isEqualTo(PianoRoll.velocity(notes, 90, range));
    }

    @Property
    void segmentsJoinToTheRollTheyWereCutFrom(
            @ForAll("any") List<QuantizedNote> notes, @ForAll @IntRange(min = 1, max = 100) int length) {
        PianoRoll roll = PianoRoll.velocity(notes, 90, PitchRange.PIANO);
        List<PianoRoll> segments = roll.windows(length, length);
        assertThat(segments).allMatch(segment -> segment.steps() == length);
        assertThat(PianoRoll.join(segments).resized(90)).isEqualTo(roll);
    }

    @Property
    void windowsCoverTheRollAndNoneIsSuperfluous(
            @ForAll @IntRange(min = 0, max = 50) int steps,
            @ForAll @IntRange(min = 1, max = 20) int length,
            @ForAll @IntRange(min = 1, max = 20) int hop) {
        PianoRoll roll = PianoRoll.binary(List.of(), steps, FEW);
        int ownHop = Math.min(hop, length);
        int windows = roll.windows(length, ownHop).size();
        assertThat(steps == 0 || (windows - 1) * ownHop + length >= steps).isTrue();
        assertThat(windows <= 1 || (windows - 2) * ownHop + length < steps).isTrue();
    }

    @Property
    void codesSayWhatABinaryRollSays(@ForAll("any") List<QuantizedNote> notes) {
        PianoRoll roll = PianoRoll.binary(notes, 90, PitchRange.PIANO);
        assertThat(PianoRoll.ofCodes(roll.codes(), PitchRange.PIANO)).isEqualTo(roll);
    }

    @Test
    void codes_aRepeatedNote_tellsStruckFromSustained() {
        PianoRoll roll = PianoRoll.binary(List.of(note(60, 80, 0, 2), note(60, 80, 2, 3), note(62, 80, 1, 3)), 4, FEW);
        assertThat(roll.codes()).containsExactly(2, 0, 0, 0, 1, 0, 2, 0, 2, 0, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void notes_overlapsOfOnePitch_endWhereTheNextStartsAndLastUntilTheLastEnd() {
        PianoRoll roll = PianoRoll.velocity(List.of(note(60, 80, 0, 8), note(60, 40, 4, 6)), 8, FEW);
        assertThat(roll.notes()).containsExactly(note(60, 80, 0, 4), note(60, 40, 4, 8));
    }

    @Test
    void notes_oneStartOfOnePitch_mergeToTheLongestAndLoudest() {
        PianoRoll roll = PianoRoll.velocity(List.of(note(60, 30, 0, 6), note(60, 90, 0, 2)), 8, FEW);
        assertThat(roll.notes()).containsExactly(note(60, 90, 0, 6));
    }

    @Test
    void of_framesAlone_startsANoteWhereSoundFollowsSilence() {
        FloatRoll output = FloatRoll.wrap(
                new float[] {
                    0.9f, 0.3f, 0, Float.NaN, 0.4f, 0.31f, 0, 0, 0.1f, 0.7f, 0, 0, 0.8f, 0.1f, 0, 1.5f,
                },
                FEW);
        assertThat(PianoRoll.of(output.above(0.3f)).notes())
                .containsExactly(note(60, 100, 0, 2), note(61, 100, 1, 3), note(60, 100, 3, 4), note(63, 100, 3, 4));
    }

    @Test
    void read_withMinimumSteps_leavesOutShorterNotes() {
        PianoRoll roll = PianoRoll.binary(List.of(note(60, 9, 0, 2), note(61, 9, 0, 3), note(60, 9, 4, 8)), 8, FEW);
        assertThat(RollReader.DEFAULT.withMinimumSteps(3).read(roll))
                .containsExactly(note(61, 100, 0, 3), note(60, 100, 4, 8));
    }

    @Test
    void read_struckOnly_leavesOutSoundFromBeforeTheWindow() {
        PianoRoll window = PianoRoll.binary(List.of(note(60, 9, 0, 4), note(61, 9, 3, 6)), 8, FEW)
                .window(2, 8);
        assertThat(window.notes()).containsExactly(note(60, 100, 0, 2), note(61, 100, 1, 4));
        assertThat(RollReader.DEFAULT.withStruckOnly().read(window)).containsExactly(note(61, 100, 1, 4));
    }

    @Test
    void read_onsetsWhereFramesAreSilent_soundForOneStep() {
        BitRoll silence = BitRoll.frames(List.of(), 4, FEW);
        BitRoll onsets = BitRoll.onsets(List.of(note(62, 9, 1, 3)), 4, FEW);
        assertThat(PianoRoll.of(silence, onsets).notes()).containsExactly(note(62, 100, 1, 2));
    }

    @Test
    void read_velocitiesOfANetwork_areTakenAtTheOnsetAndKeptWithinMidi() {
        BitRoll frames = BitRoll.frames(List.of(note(60, 9, 0, 2), note(61, 9, 0, 1), note(62, 9, 0, 1)), 2, FEW);
        FloatRoll velocities = FloatRoll.wrap(new float[] {0.5f, -3, 7, 0, 1, 1, 1, 1}, FEW);
        assertThat(PianoRoll.of(frames, frames.risingEdges(), velocities).notes())
                .extracting(QuantizedNote::velocity)
                .containsExactly(64, 1, 127);
    }

    @Test
    void binary_sequenceAndGrid_mergesAllPartsButTheDrums() {
        NoteSequence sequence = NoteSequence.builder(480)
                .part(Part.builder("a").note(60, 80, 0, 480).build())
                .part(Part.builder("b").program(33).note(40, 80, 480, 960).build())
                .part(Part.builder("c").drums(true).note(36, 80, 0, 4800).build())
                .build();
        List<QuantizedNote> expected = List.of(note(60, 100, 0, 4), note(40, 100, 4, 8));
        PianoRoll roll = PianoRoll.binary(sequence, Grid.perQuarter(4));
        assertThat(roll.notes()).isEqualTo(expected);
        assertThat(roll.steps()).isEqualTo(8);
        assertThat(PianoRoll.velocity(sequence, Grid.perSecond(8)).notes())
                .containsExactly(note(60, 80, 0, 4), note(40, 80, 4, 8));
    }

    @Test
    void binary_hostileLength_isRefusedWithValueAndBound() {
        QuantizedPart part = new QuantizedPart("", 0, false, List.of(note(60, 80, 0, Integer.MAX_VALUE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PianoRoll.binary(part))
                .withMessage(
                        "piano rolls made together must have at most 1048576 steps in all, but 1 x 2147483647 were wanted");
        assertThatIllegalArgumentException().isThrownBy(() -> PianoRoll.velocity(part));
        assertThat(PianoRoll.binary(part.notes(), 4, FEW).frames().count()).isEqualTo(4);
    }

    @Test
    void resized_hostileLength_isRefused() {
        PianoRoll roll = PianoRoll.binary(List.of(), 4, FEW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roll.resized(Roll.MAX_STEPS + 1))
                .withMessageContaining("1048577");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roll.resized(-1))
                .withMessage("steps of a piano roll must be 0 or more, but were -1");
    }

    @Test
    void windows_hopOutsideTheLength_isRefused() {
        PianoRoll roll = PianoRoll.binary(List.of(), 4, FEW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roll.windows(2, 3))
                .withMessage("windows must begin every 1..2 steps, but every 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roll.windows(0, 0))
                .withMessage("a window must have 1 step or more, but had 0");
    }

    @Test
    void of_layersOfDifferentShape_areRefusedWithBothShapes() {
        BitRoll four = BitRoll.frames(List.of(), 4, FEW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PianoRoll.of(four, four.resized(5)))
                .withMessage("rolls that belong together must have one shape, but one had 4 steps of "
                        + "PitchRange[lowest=60, highest=63] and another 5 steps of PitchRange[lowest=60, highest=63]");
    }

    @Test
    void join_someWithVelocitiesAndSomeWithout_isRefused() {
        PianoRoll with = PianoRoll.velocity(List.of(), 4, FEW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PianoRoll.join(List.of(with, with.withoutVelocities())))
                .withMessage("rolls that are joined must all have velocities or none, but 1 of 2 had");
        assertThatIllegalArgumentException().isThrownBy(() -> PianoRoll.join(List.of()));
    }

    @Test
    void ofCodes_unknownCode_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PianoRoll.ofCodes(new byte[] {0, 1, 2, 3}, FEW))
                .withMessage("codes of a piano roll must be 0..2, but one was 3");
    }
}
