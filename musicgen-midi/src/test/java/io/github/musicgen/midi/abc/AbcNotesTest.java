package io.github.musicgen.midi.abc;

import static io.github.musicgen.midi.abc.Tunes.music;
import static io.github.musicgen.midi.abc.Tunes.notes;
import static io.github.musicgen.midi.abc.Tunes.pitches;
import static io.github.musicgen.midi.abc.Tunes.strictly;
import static io.github.musicgen.midi.abc.Tunes.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.Note;
import org.junit.jupiter.api.Test;

/** Notes, rests and chords: what they are and how long they are. */
class AbcNotesTest {

    @Test
    void letters_fromMiddleC_areTheWhiteKeysOfTwoOctaves() {
        assertThat(pitches(music("CDEFGABcdefgab"))).isEqualTo("C4 D4 E4 F4 G4 A4 B4 C5 D5 E5 F5 G5 A5 B5");
    }

    /** Expected values from note-seq's abc_parser_test.py, testParseOctaves. */
    @Test
    void octaveMarks_inAnyOrder_addUp() {
        assertThat(music("CC,',C,C'c").notes().map(Note::pitch)).containsExactly(60, 48, 48, 72, 72);
    }

    @Test
    void accidentals_ofAllKinds_alterTheirNote() {
        assertThat(pitches(music("^C _D =E ^^F __G"))).isEqualTo("C#4 C#4 E4 G4 F4");
    }

    /** Expected values from note-seq's abc_parser_test.py, testNoteAccidentalsPerBar. */
    @Test
    void accidental_byDefault_lastsForTheBarInAllOctaves() {
        assertThat(music("GF^GGg|Gg").notes().map(Note::pitch)).containsExactly(67, 65, 68, 68, 80, 67, 79);
    }

    @Test
    void accidental_propagatedWithinItsOctave_leavesOtherOctavesAlone() {
        assertThat(pitches(music("%%propagate-accidentals octave", "^GGg"))).isEqualTo("Ab4 Ab4 G5");
    }

    @Test
    void accidental_notPropagated_isForItsNoteOnly() {
        assertThat(pitches(music("I:propagate-accidentals not", "^GGg"))).isEqualTo("Ab4 G4 G5");
    }

    @Test
    void accidental_beforeTie_isCarriedOverTheBarLineForTheTiedNoteOnly() {
        assertThat(notes(music("^F-|F F"))).isEqualTo("F#4:0+2 F4:2+1");
    }

    @Test
    void keySignature_andNatural_areUndoneAtTheNextBar() {
        assertThat(pitches(strictly("X:1", "K:D", "F =F F|F"))).isEqualTo("F#4 F4 F4 F#4");
    }

    @Test
    void lengths_inAllForms_multiplyTheUnit() {
        assertThat(times(music("C C2 C3/2 C/2 C/ C// C3/ C/4")))
                .isEqualTo("0+1 1+2 3+3/2 9/2+1/2 5+1/2 11/2+1/4 23/4+3/2 29/4+1/4");
    }

    /** Expected values from note-seq's abc_parser_test.py, testSlashDuration, there in seconds. */
    @Test
    void slashes_halveTheLengthEachTime() {
        assertThat(times(music("CC/C//C///C////"))).isEqualTo("0+1 1+1/2 3/2+1/4 7/4+1/8 15/8+1/16");
    }

    @Test
    void length_withoutUnitField_followsTheMeter() {
        assertThat(times(strictly("X:1", "M:2/4", "K:C", "C"))).isEqualTo("0+1/4");
        assertThat(times(strictly("X:1", "M:3/4", "K:C", "C"))).isEqualTo("0+1/2");
        assertThat(times(strictly("X:1", "M:none", "K:C", "C"))).isEqualTo("0+1/2");
        assertThat(times(strictly("X:1", "K:C", "C"))).isEqualTo("0+1/2");
    }

    /** Expected values from note-seq's abc_parser_test.py, testParseBrokenRhythm. */
    @Test
    void brokenRhythm_isTheSameAsItsLengthsWritten() {
        assertThat(times(music("B>cd B<cd"))).isEqualTo("0+3/4 3/4+1/4 1+1/2 3/2+1/4 7/4+3/4 5/2+1/2".replace("1+1/2", "1+1/2"));
    }
}
