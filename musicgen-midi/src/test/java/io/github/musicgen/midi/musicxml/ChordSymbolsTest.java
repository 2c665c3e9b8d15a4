package io.github.musicgen.midi.musicxml;

import static io.github.musicgen.midi.musicxml.Scores.COMMON_TIME;
import static io.github.musicgen.midi.musicxml.Scores.attributes;
import static io.github.musicgen.midi.musicxml.Scores.note;
import static io.github.musicgen.midi.musicxml.Scores.notices;
import static io.github.musicgen.midi.musicxml.Scores.read;
import static io.github.musicgen.midi.musicxml.Scores.score;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chord symbols and their text. */
class ChordSymbolsTest {

    private static String harmony(String root, int alter, String kind, String... more) {
        return "<harmony><root><root-step>" + root + "</root-step>"
                + (alter == 0 ? "" : "<root-alter>" + alter + "</root-alter>") + "</root>" + kind
                + String.join("", more)
                + "</harmony>";
    }

    private static String kind(String kind) {
        return "<kind>" + kind + "</kind>";
    }

    private static String degree(int value, int alter, String type) {
        return "<degree><degree-value>" + value + "</degree-value><degree-alter>" + alter
                + "</degree-alter><degree-type>" + type + "</degree-type></degree>";
    }

    private static String bass(String step, int alter) {
        return "<bass><bass-step>" + step + "</bass-step><bass-alter>" + alter + "</bass-alter></bass>";
    }

    private static List<String> chords(String... measures) throws MalformedMusicXmlException {
        return read(score(measures)).chordSymbols().stream()
                .map(chord -> chord.tick() + " " + chord.text())
                .toList();
    }

    private static void assertChord(String harmony, String expected) throws MalformedMusicXmlException {
        assertThat(chords(COMMON_TIME + harmony + note("C4", 4))).containsExactly("0 " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "major, C",
        "minor, Cm",
        "augmented, C+",
        "diminished, Cdim",
        "dominant, C7",
        "major-seventh, Cmaj7",
        "minor-seventh, Cm7",
        "diminished-seventh, Cdim7",
        "augmented-seventh, C+7",
        "half-diminished, Cm7b5",
        "major-minor, Cm(maj7)",
        "major-sixth, C6",
        "minor-sixth, Cm6",
        "dominant-ninth, C9",
        "major-ninth, Cmaj9",
        "minor-ninth, Cm9",
        "dominant-11th, C11",
        "major-11th, Cmaj11",
        "minor-11th, Cm11",
        "dominant-13th, C13",
        "major-13th, Cmaj13",
        "minor-13th, Cm13",
        "suspended-second, Csus2",
        "suspended-fourth, Csus4",
        "pedal, Cped",
        "power, C5",
        "none, N.C.",
        "minor-major, Cm(maj7)",
        "'', C",
    })
    void kinds(String kind, String expected) throws Exception {
        assertChord(harmony("C", 0, kind(kind)), expected);
    }

    @Test
    void rootsAndBasses_haveSharpsAndFlats() throws Exception {
        assertChord(harmony("F", 1, kind("diminished-seventh"), bass("A", 0)), "F#dim7/A");
        assertChord(harmony("B", -1, kind("major"), bass("E", -1)), "Bb/Eb");
        assertChord(harmony("A", -2, kind("minor")), "Abbm");
        assertChord(harmony("C", 0, kind("major"), bass("C", 0)), "C");
    }

    @Test
    void degrees_areAddedAlteredAndLeftOut() throws Exception {
        assertChord(harmony("F", 0, kind("major-sixth"), degree(9, 0, "add")), "F6(add9)");
        assertChord(harmony("E", 0, kind("dominant"), degree(9, 1, "alter")), "E7(#9)");
        assertChord(harmony("A", 0, kind("dominant"), degree(9, 0, "add"), degree(3, 0, "subtract")), "A7(add9)(no3)");
        assertChord(harmony("C", 0, kind("major"), degree(9, -1, "add")), "C(b9)");
    }

    @Test
    void suspendedSevenths_areOneKind() throws Exception {
        assertChord(harmony("G", 0, kind("suspended-fourth"), degree(7, 0, "add")), "G7sus");
        assertChord(
                harmony("G", 0, kind("suspended-fourth"), degree(7, -1, "add"), degree(9, 0, "add")), "G7sus(add9)");
    }

    @Test
    void otherKinds_areWrittenAsTheySay() throws Exception {
        assertChord(harmony("G", 0, "<kind text='7alt'>other</kind>"), "G7alt");
    }

    @Test
    void chordsThatCannotBeNamed_areDroppedWithANotice() throws Exception {
        String score = score(COMMON_TIME + harmony("G", 0, kind("Tristan"))
                + "<harmony><function>V</function><kind>major</kind></harmony>" + note("C4", 4));
        assertThat(read(score).chordSymbols()).isEmpty();
        assertThat(notices(score)).containsExactly("chord symbol without a root or of unknown kind; dropped");
    }

    @Test
    void chords_standWhereTheirOffsetSays() throws Exception {
        String measure = COMMON_TIME
                + harmony("C", 0, kind("major"))
                + harmony("F", 0, kind("major"), "<offset>2</offset>")
                + note("C4", 3)
                + harmony("G", 0, kind("dominant"))
                + note("C4", 1);
        assertThat(chords(measure)).containsExactly("0 C", "960 F", "1440 G7");
    }

    @Test
    void chords_areThoseThatSound() throws Exception {
        String clarinet = attributes("<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose>");
        assertThat(chords(COMMON_TIME + clarinet + harmony("D", 0, kind("minor"), bass("A", 0)) + note("C4", 4)))
                .containsExactly("0 Cm/G");
        String hornInFSharp = attributes("<transpose><chromatic>6</chromatic></transpose>");
        assertThat(chords(COMMON_TIME + hornInFSharp + harmony("B", 1, kind("major")) + note("C4", 4)))
                .containsExactly("0 F#");
    }

    @Test
    void chordsThatSeveralPartsShow_countOnce() throws Exception {
        String measure = COMMON_TIME + harmony("C", 0, kind("major")) + note("C4", 4);
        assertThat(read(Scores.scoreOf("", Scores.part("P1", measure), Scores.part("P2", measure)))
                        .chordSymbols())
                .hasSize(1);
    }
}
