package io.github.musicgen.representation.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key-melody; expected numbers are those of note-seq's tests. */
class KeyMelodyEncodingTest {
    @Test
    void sizes_areThoseOfMagentasModel() {
        assertThat(MelodyEncodings.keyMelody().inputSize()).isEqualTo(74);
        assertThat(MelodyEncodings.keyMelody().classCount()).isEqualTo(40);
        assertThat(MelodyEncodings.keyMelody(24, 36).inputSize()).isEqualTo(50);
        assertThat(MelodyEncodings.keyMelody(24, 36).classCount()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0: 0 36 38 42 -43 -44 -45 -46 -47 -48 50 51 53 55 57 58 60 62 63 65 67 69 70 72",
                "1 39: 0 36 -42 43 -44 -45 -46 -47 -48 50 51 53 55 57 58 60 62 63 65 67 69 70 72",
                "2 1: 1 36 38 39 42 43 -44 -45 -46 -47 -48 51 58 63 70",
                "3 35: 35 36 38 39 -42 -43 44 -45 -46 -47 -48 50 51 52 54 56 57 58 59 61 62 63 64 66 68 69 70 71 73",
                "4 37: 37 38 39 42 -43 44 -45 -46 -47 -48 50 51 52 54 56 57 58 59 61 62 63 64 66 68 69 70 71 73",
                "15 39: 37 39 -42 -43 -44 -45 46 -47 -48 49 50 51 52 54 56 57 58 59 61 62 63 64 66 68 69 70 71 73",
                "16 38: 0 36 38 -39 40 42 -43 -44 -45 46 -47 -48 50 51 57 58 62 63 64 66 68 69 70 71 73",
                "17 37: 37 38 -39 -42 43 -44 -45 46 -47 -48 50 51 57 58 62 63 64 66 68 69 70 71 73",
                "32 39: 0 36 38 -39 40 41 42 -43 -44 -45 -46 47 -48 50 51 57 58 62 63 64 66 68 69 70 71 73",
                "33 38: 37 38 -39 40 -42 43 -44 -45 -46 47 -48 50 51 57 58 62 63 64 66 68 69 70 71 73",
                "34 39: 1 36 38 39 41 42 43 -44 -45 -46 47 -48 51 58 62 63 64 66 68 69 70 71 73",
                "35 34: 34 36 38 39 -42 -43 44 -45 -46 47 -48 51 58 63 70"
            })
    void melodyInThreeOctaves_encodesAsInNoteSeq(String expected) {
        ExpectedStep.parse(expected).check(MelodyEncodings.keyMelody(), NoteSeqMelody.from(48));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0: 0 12 14 18 -19 -20 -21 -22 -23 -24 26 27 29 31 33 34 36 38 39 41 43 45 46 48",
                "1 15: 0 12 -18 19 -20 -21 -22 -23 -24 26 27 29 31 33 34 36 38 39 41 43 45 46 48",
                "2 1: 1 12 14 15 18 19 -20 -21 -22 -23 -24 27 34 39 46",
                "3 11: 11 12 14 15 -18 -19 20 -21 -22 -23 -24 26 27 28 30 32 33 34 35 37 38 39 40 42 44 45 46 47 49",
                "4 13: 13 14 15 18 -19 20 -21 -22 -23 -24 26 27 28 30 32 33 34 35 37 38 39 40 42 44 45 46 47 49",
                "15 15: 13 15 -18 -19 -20 -21 22 -23 -24 25 26 27 28 30 32 33 34 35 37 38 39 40 42 44 45 46 47 49",
                "16 14: 0 12 14 -15 16 18 -19 -20 -21 22 -23 -24 26 27 33 34 38 39 40 42 44 45 46 47 49",
                "17 13: 13 14 -15 -18 19 -20 -21 22 -23 -24 26 27 33 34 38 39 40 42 44 45 46 47 49",
                "32 15: 0 12 14 -15 16 17 18 -19 -20 -21 -22 23 -24 26 27 33 34 38 39 40 42 44 45 46 47 49",
                "33 14: 13 14 -15 16 -18 19 -20 -21 -22 23 -24 26 27 33 34 38 39 40 42 44 45 46 47 49",
                "34 15: 1 12 14 15 17 18 19 -20 -21 -22 23 -24 27 34 38 39 40 42 44 45 46 47 49",
                "35 10: 10 12 14 15 -18 -19 20 -21 -22 23 -24 27 34 39 46"
            })
    void melodyInOneOctave_encodesAsInNoteSeq(String expected) {
        ExpectedStep.parse(expected).check(MelodyEncodings.keyMelody(24, 36), NoteSeqMelody.from(24, 36));
    }

    @Test
    void pitchZero_isShownAsSilence_asInMagenta() {
        SequenceEncoding encoding = MelodyEncodings.keyMelody(0, 12);
        float[] note = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}; // no pitch, no note, silence, and yet an attack
        assertThat(SparseInput.denseAfter(encoding, 0)).startsWith(note);
        assertThat(SparseInput.denseAfter(encoding, 1)).startsWith(0, 1, 0);
    }

    @Test
    void fourthDifferentNote_pushesOutTheOldest() {
        SequenceEncoding encoding = MelodyEncodings.keyMelody();
        // C# keeps C major out for as long as it is one of the last three different notes.
        assertThat(recentKeys(encoding, 61, 62, 64)[0]).isZero();
        assertThat(recentKeys(encoding, 61, 62, 64, 69)[0]).isEqualTo(1);
        // Struck again it is the latest, and another note is the oldest.
        assertThat(recentKeys(encoding, 61, 62, 64, 61, 69)[0]).isZero();
    }

    private static float[] recentKeys(SequenceEncoding encoding, int... events) {
        float[] input = SparseInput.denseAfter(encoding, events);
        return Arrays.copyOfRange(input, input.length - 12, input.length);
    }

    @Test
    void append_ofAnEventOutside_changesNothing() {
        StepEncoder encoder = MelodyEncodings.keyMelody().start();
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.append(47));
        assertThat(encoder.length()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.label(84));
    }

    @Test
    void input_beforeTheFirstEvent_isRefused() {
        StepEncoder encoder = MelodyEncodings.keyMelody().start();
        assertThatIllegalStateException().isThrownBy(() -> encoder.writeInput((index, value) -> {}));
    }

    @Test
    void restore_fromAnotherEncoding_isRefused() {
        StepEncoder encoder = MelodyEncodings.keyMelody().start();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> encoder.restore(MelodyEncodings.keyMelody(24, 36).start()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.restore(MelodyEncodings.basic().start()));
    }
}
