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

    /** The standard lets an accidental last up to the end of the bar and makes no exception; abc2midi ends it at the field. */
    @Test
    void accidental_outlastsAKeyFieldWithinTheBar() {
        assertThat(music("^c[K:F]cB|c").notes().map(Note::pitch)).containsExactly(73, 73, 70, 72);
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

    /** Expected values from note-seq's abc_parser_test.py, testParseBrokenRhythm, there in seconds. */
    @Test
    void brokenRhythm_isTheSameAsItsLengthsWritten() {
        String expected = "0+3/2 3/2+1/2 2+1 3+1/2 7/2+3/2 5+1";
        assertThat(times(music("B>cd B<cd"))).isEqualTo(expected);
        assertThat(times(music("B3/2c/2d B/2c3/2d"))).isEqualTo(expected);
        assertThat(times(music("B3/c/d B/c3/d"))).isEqualTo(expected);
    }

    @Test
    void brokenRhythm_ofSeveralSigns_dotsTwiceAndThrice() {
        assertThat(times(music("B>>c B>>>c"))).isEqualTo("0+7/4 7/4+1/4 2+15/8 31/8+1/8");
        assertThat(times(music("B<<c"))).isEqualTo("0+1/4 1/4+7/4");
    }

    @Test
    void brokenRhythm_takesChordsAndRestsAndLooksPastGraceNotes() {
        assertThat(notes(music("[CE]>z C"))).isEqualTo("C4:0+3/2 E4:0+3/2 C4:2+1");
        assertThat(notes(music("A{g}<A"))).isEqualTo(notes(music("A<{g}A")));
    }

    @Test
    void rests_ofAllKinds_takeTheirTime() {
        assertThat(notes(music("M:3/4", "z C x|Z|Z2|C2 x|X|C3"))).isEqualTo("C4:1+1 C4:12+2 C4:18+3");
    }

    @Test
    void chord_hasItsLengthInsideAndOutside() {
        assertThat(notes(music("[C2E2G2]3 C"))).isEqualTo("C4:0+6 E4:0+6 G4:0+6 C4:6+1");
        assertThat(notes(music("[CEG]/ C"))).isEqualTo("C4:0+1/2 E4:0+1/2 G4:0+1/2 C4:1/2+1");
    }

    @Test
    void chord_ofUnequalNotes_isAsLongAsItsFirst() {
        assertThat(notes(music("[CE2] G"))).isEqualTo("C4:0+1 E4:0+2 G4:1+1");
    }

    @Test
    void ties_joinNotesAndChordsAcrossBarsAndLines() {
        assertThat(notes(music("C-C2-|", "C D"))).isEqualTo("C4:0+4 D4:4+1");
        assertThat(notes(music("[CE]-[CE] C"))).isEqualTo("C4:0+2 E4:0+2 C4:2+1");
        assertThat(notes(music("[C-E][CE]"))).isEqualTo("C4:0+2 E4:0+1 E4:1+1");
    }

    /** The count is from note-seq's abc_parser_test.py, testTie, where ten notes are left of thirteen because ties are not joined. */
    @Test
    void ties_ofNoteSeqsTest_leaveSevenNotes() {
        assertThat(pitches(music("abc-|cba c4-c4 C.-C"))).isEqualTo("A5 B5 C5 B5 A5 C5 C4");
    }

    @Test
    void tie_toAnotherPitch_joinsNothing() {
        assertThat(notes(music("C-D"))).isEqualTo("C4:0+1 D4:1+1");
    }

    @Test
    void slurs_meanNothing() {
        assertThat(times(music("(AB) ( a (b c) )"))).isEqualTo("0+1 1+1 2+1 3+1 4+1");
    }

    @Test
    void tuplets_takeTheirUsualTime() {
        assertThat(times(music("(3CDE F"))).isEqualTo("0+2/3 2/3+2/3 4/3+2/3 2+1");
        assertThat(times(music("(2CD F"))).isEqualTo("0+3/2 3/2+3/2 3+1");
        assertThat(times(music("(4CDEF F"))).endsWith("9/4+3/4 3+1");
        assertThat(times(music("(6CDEFGA F"))).endsWith("2+1");
        assertThat(times(music("(8CDEFGABc F"))).endsWith("3+1");
    }

    @Test
    void tuplets_ofFiveSevenAndNine_lookAtTheMeter() {
        assertThat(times(music("M:4/4", "(5CDEFG A"))).endsWith(" 2+1");
        assertThat(times(music("M:6/8", "(5CDEFG"))).startsWith("0+3/5");
        assertThat(times(music("M:9/8", "(7CDEFGAB"))).startsWith("0+3/7");
        assertThat(times(music("M:3/4", "(9CDEFGABcd"))).startsWith("0+2/9");
    }

    @Test
    void tuplets_inLongForms_sayTheirTimeAndLength() {
        assertThat(times(music("(3:4 CDE F"))).isEqualTo("0+4/3 4/3+4/3 8/3+4/3 4+1");
        assertThat(times(music("(3::2 CDE"))).isEqualTo("0+2/3 2/3+2/3 4/3+1");
        assertThat(times(music("(3:: CDE F"))).endsWith("4/3+2/3 2+1");
        assertThat(times(music("(3:2: CDE F"))).endsWith("4/3+2/3 2+1");
        assertThat(times(music("(3:2:4 G/A/B2 C F"))).isEqualTo("0+1/3 1/3+1/3 2/3+4/3 2+2/3 8/3+1");
    }

    @Test
    void tuplet_countsChordsAndRestsOnceAndGraceNotesNever() {
        assertThat(notes(music("(3 [CE] z {g}C D"))).isEqualTo("C4:0+2/3 E4:0+2/3 G5:29/24+1/8 C4:4/3+2/3 D4:2+1");
    }

    @Test
    void graceNotes_takeA32ndEachFromWhatSoundedBefore() {
        assertThat(notes(music("C{g}D"))).isEqualTo("C4:0+7/8 G5:7/8+1/8 D4:1+1");
        assertThat(notes(music("[CE]2{/ga}[DF]"))).isEqualTo("C4:0+7/4 E4:0+7/4 G5:7/4+1/8 A5:15/8+1/8 D4:2+1 F4:2+1");
        assertThat(notes(music("C z{g}D"))).isEqualTo("C4:0+1 G5:15/8+1/8 D4:2+1");
    }

    @Test
    void graceNotes_takeAtMostHalfOfWhatSoundedBefore() {
        assertThat(notes(music("C/4{ga}D"))).isEqualTo("C4:0+1/8 G5:1/8+1/16 A5:3/16+1/16 D4:1/4+1");
    }

    @Test
    void graceNotes_beforeEverything_haveNoTime() {
        assertThat(notes(music("{g}C"))).isEqualTo("C4:0+1 G5:0+0");
    }

    @Test
    void graceNotes_ofARepeat_takeTheirTimeFromWhatIsPlayedBefore() {
        assertThat(notes(music("|:{g}C|D:|"))).isEqualTo("C4:0+1 G5:0+0 D4:1+7/8 G5:15/8+1/8 C4:2+1 D4:3+1");
    }

    @Test
    void graceNotes_leaveATieAlone() {
        assertThat(notes(music("C-{g}C"))).isEqualTo("C4:0+2 G5:7/8+1/8");
    }

    @Test
    void decorations_ofAllKinds_leaveNotesAlone() {
        assertThat(times(music(".a~bHcLdMeOfPgSATbucvd !trill!a +fermata+b !1!c")))
                .isEqualTo(times(music("abcdefgabcdabc")));
    }

    @Test
    void dynamics_setTheVelocityUntilTheNext() {
        assertThat(music("C !p!D E !ff!F").notes().map(Note::velocity)).containsExactly(80, 49, 49, 112);
    }

    @Test
    void accent_raisesTheVelocityOfOneNote() {
        assertThat(music("C !accent!D LE F").notes().map(Note::velocity)).containsExactly(80, 96, 96, 80);
        assertThat(music("!ffff!LE").notes().map(Note::velocity)).containsExactly(127);
    }

    @Test
    void userSymbol_standsForItsDecoration() {
        assertThat(strictly("X:1", "U:W=!pp!", "K:C", "WC").notes().map(Note::velocity))
                .containsExactly(33);
    }

    @Test
    void spacesBeamsAndSpacers_meanNothing() {
        assertThat(times(music("A B`c y2 d\\", "e"))).isEqualTo("0+1 1+1 2+1 3+1 4+1");
    }

    @Test
    void comments_areLeftOut() {
        assertThat(pitches(music("C % D", "% E", "F"))).isEqualTo("C4 F4");
    }

    @Test
    void resolution_isTheLeastThatIsExact() {
        assertThat(music("CDE").ticksPerQuarter()).isEqualTo(480);
        assertThat(music("(7CDEFGAB").ticksPerQuarter()).isEqualTo(3_360);
        assertThat(music("C/256").ticksPerQuarter()).isEqualTo(3_840);
    }

    @Test
    void resolution_whereNoneIsExact_isFineAndTold() {
        AbcTune tune = Tunes.tune("X:1", "L:1/4", "K:C", "(13:8CDEFGABcdefga(11:8CDEFGABcdef(7CDEFGAB C/256");

        assertThat(tune.sequence().ticksPerQuarter()).isEqualTo(20_160);
        assertThat(tune.notices())
                .hasToString("[line 1, column 1: times that no resolution can say; moved to the nearest ticks]");
    }
}
