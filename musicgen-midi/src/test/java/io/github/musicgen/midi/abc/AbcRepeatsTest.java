package io.github.musicgen.midi.abc;

import static io.github.musicgen.midi.abc.Tunes.music;
import static io.github.musicgen.midi.abc.Tunes.notes;
import static io.github.musicgen.midi.abc.Tunes.strictly;
import static io.github.musicgen.midi.abc.Tunes.times;
import static io.github.musicgen.midi.abc.Tunes.tune;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.Marker;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.time.Tempo;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repeats, endings, parts and jumps: in which order the music is played. */
class AbcRepeatsTest {

    /** The letters of all notes in the order they are played. */
    private static String letters(NoteSequence sequence) {
        return sequence.notes()
                .map(note -> Pitch.nameOf(note.pitch()).substring(0, 1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|:C|D:|E|; CDCDE",
                "C|D:|E|; CDCDE",
                "|:C:|:D:|; CCDD",
                "|:C::D:|; CCDD",
                "|:C:||:D:|; CCDD",
                "|:C|D|1 E:|2 F|G||A|; CDECDFGA",
                "|:C|D[1E:|[2F||A|; CDECDFA",
                "C|1 D:|2 E|]; CDCE",
                "|:C|1 D:|2 E:|F|; CDCEF",
                "|:C|1,3 D:|2,4 E:|F|; CDCECDCEF",
                "|:C|[1-3 D:|[4 E|]F|; CDCDCDCEF",
                "|:C|[1,2 D:|[3 E|]F|; CDCDCEF",
                "|:C|1 D:|E|; CDCE",
                "|:C|1 D:|2||; CDC",
                "|:C|1 D|2 E||F|; CDCEF",
                "C|1 D:|2 E|:F:|; CDCEFF",
                "|:C:|2 D|; CCD",
                "C||:|D; CCD",
                "C[|]D:|; CDCD",
            })
    void repeatsAndEndings_arePlayedInTheirTurn(String text, String played) {
        assertThat(letters(tune("X:1", "K:C", text).sequence())).isEqualTo(played);
    }

    /** The repetitions of note-seq's abc_parser_test.py, testRepeats and testOneSidedRepeat. */
    @ParameterizedTest
    @CsvSource({
        "Bcd ::[]|[]:: Bcd ::|, 6",
        "Bcd :::: Bcd ::|, 6",
        "|::Bcd ::|:: Bcd ::|, 6",
        "|:: Bcd ::| Bcd :|, 5",
        "|:: Bcd ::| Bcd || Bcd :|, 6",
        "|| Bcd ::| Bcd || Bcd :|, 6",
        "|:: B || cd ::| Bcd || |: Bcd :|, 6",
        "Bcd :| Bcd, 3"
    })
    void repeats_ofNoteSeqsTests_areStrictlyRight(String text, int times) {
        assertThat(letters(music(text))).isEqualTo("BCD".repeat(times));
    }

    /** What note-seq refuses or plays once is repaired and told. */
    @ParameterizedTest
    @CsvSource({"|::Bcd ::|: Bcd ::|, 6", "|:: Bcd ::|: Bcd |, 4", ":| Bcd |:: Bcd ::|, 4"})
    void repeats_thatDoNotMatch_areRepairedAndTold(String text, int times) {
        AbcTune tune = tune("X:1", "L:1/4", "K:C", text);

        assertThat(letters(tune.sequence())).isEqualTo("BCD".repeat(times));
        assertThat(tune.notices()).hasSize(1);
    }

    @Test
    void repeat_restatesTempoMeterAndKeyOfItsStart() {
        NoteSequence sequence =
                strictly("X:1", "L:1/4", "M:2/4", "Q:1/4=60", "K:C", "|:F2|[M:3/4][Q:1/4=120][K:D]F3:|");

        assertThat(notes(sequence)).isEqualTo("F4:0+2 F#4:2+3 F4:5+2 F#4:7+3");
        assertThat(sequence.tempoMap().tempos())
                .containsExactly(
                        new Tempo(0, 1_000_000),
                        new Tempo(960, 500_000),
                        new Tempo(2_400, 1_000_000),
                        new Tempo(3_360, 500_000));
        assertThat(Tunes.meters(sequence)).isEqualTo("0:2/4 2:3/4 5:2/4 7:3/4");
        assertThat(sequence.keySignatures()).extracting(key -> key.tick()).containsExactly(0L, 960L, 2_400L, 3_360L);
    }

    @Test
    void tie_goesIntoEachEnding() {
        assertThat(notes(music("|:C2-|1 C2:|2 C D|]"))).isEqualTo("C4:0+4 C4:4+3 D4:7+1");
    }

    @ParameterizedTest
    @CsvSource({
        "AABB, CCDD",
        "A2B2, CCDD",
        "A.B, CD",
        "(AB)2A, CDCDC",
        "((AB)2A)2, CDCDCCDCDC",
        "BA, DC",
        "A(B(A)2)2, CDCCDCC"
    })
    void parts_arePlayedInTheOrderOfTheHeader(String order, String played) {
        assertThat(letters(strictly("X:1", "P:" + order, "K:C", "P:A", "C|", "[P:B]D|")))
                .isEqualTo(played);
    }

    @Test
    void parts_playTheirOwnRepeatsAndTheMusicBeforeThemOnce() {
        assertThat(letters(strictly("X:1", "P:BAB", "K:C", "E|", "P:A", "|:C:|", "P:B", "D|")))
                .isEqualTo("EDCCD");
    }

    @Test
    void part_playedAsOftenAsItHasEndings_getsEachOnce() {
        assertThat(letters(strictly("X:1", "P:A4.B", "K:C", "P:A", "C|[1D:|[2E:|[3F:|[4G|]", "P:B", "A|")))
                .isEqualTo("CDCECFCGA");
    }

    @Test
    void parts_withoutAnOrder_arePlayedAsWrittenAndMarked() {
        NoteSequence sequence = strictly("X:1", "L:1/4", "K:C", "P:A", "C|:D:|", "P:B", "E|");

        assertThat(letters(sequence)).isEqualTo("CDDE");
        assertThat(sequence.markers()).containsExactly(new Marker(0, "A"), new Marker(1_440, "B"));
    }

    @ParameterizedTest
    @CsvSource({
        "C|D|!fine!|E|F!D.C.!|, CDEFCD",
        "C|!fine!D|E|F|!D.C.!|, CDEFCD",
        "C|!segno!D|E!fine!|F!D.S.!|, CDEFDE",
        "|:C:|D!fine!|E!D.C.alfine!|, CCDECD",
        "C|D!coda!|E|F!D.C.!|!coda!G|A|, CDEFCDGA",
        "C|SD!coda!|E|F!D.S.!|!coda!G|A|, CDEFDGA",
        "C|D|E!dacapo!|, CDECDE",
        "C|1 D:|2 E|]F!fine!|G!D.C.!|, CDCEFGCEF"
    })
    void jumps_areMadeOnceAndWithoutRepeats(String text, String played) {
        assertThat(letters(strictly("X:1", "K:C", text))).isEqualTo(played);
    }

    @Test
    void jumps_thatContradict_areLeftAloneAndTold() {
        AbcTune tune = tune("X:1", "K:C", "C|D!D.C.!|E|F!D.S.!|");

        assertThat(letters(tune.sequence())).isEqualTo("CDEF");
        assertThat(tune.notices()).hasSize(2);
    }

    @Test
    void voices_followTheRepeatsOfTheFirstThatHasAny() {
        NoteSequence sequence =
                tune("X:1", "L:1/4", "K:C", "V:1", "C|D|E|", "V:2", "c|:d:|e|").sequence();

        assertThat(notes(sequence, sequence.parts().get(0).notes())).isEqualTo("C4:0+1 D4:1+1 D4:2+1 E4:3+1");
        assertThat(notes(sequence, sequence.parts().get(1).notes())).isEqualTo("C5:0+1 D5:1+1 D5:2+1 E5:3+1");
    }

    @Test
    void longRepeats_playEachTimeAfterTheOther() {
        assertThat(times(music("|:C2:|"))).isEqualTo("0+2 2+2");
    }
}
