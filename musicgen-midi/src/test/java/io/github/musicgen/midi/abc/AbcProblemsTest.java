package io.github.musicgen.midi.abc;

import static io.github.musicgen.midi.abc.Tunes.notes;
import static io.github.musicgen.midi.abc.Tunes.tune;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is malformed is refused strictly and repaired leniently; what is unknown is skipped and told by both. */
class AbcProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "C[EG|A@2@chord not closed@C4:0+1 E4:1+1 G4:1+1 A4:2+1",
                "C[EGA@2@chord not closed@C4:0+1 E4:1+1 G4:1+1 A4:1+1",
                "C[z]E@2@chord without notes@C4:0+1 E4:1+1",
                "C{gE@2@grace notes not closed@C4:0+1",
                "C\"Am E@2@text in quotes is not closed@C4:0+1",
                "C[K:D@2@field in brackets not closed@C4:0+1",
                "C(3DE@2@tuplet lacks 1 notes where it is cut off at line 4, column 6@C4:0+1 D4:1+2/3 E4:5/3+2/3",
                "(3D(3EFG@1@tuplet lacks 2 notes where it is cut off at line 4, column 4@D4:0+2/3 E4:2/3+2/3 F4:4/3+2/3 G4:2+2/3",
                "(1CD@1@notes of a tuplet must be 2..9 unless it says in what time, but was 1@C4:0+1 D4:1+1",
                "(0CD@1@notes of a tuplet must be 2..9 unless it says in what time, but was 0@C4:0+1 D4:1+1",
                "(12CD@1@notes of a tuplet must be 2..9 unless it says in what time, but was 12@C4:0+1 D4:1+1",
                "C0D@2@length of a note must not be zero@C4:0+1 D4:1+1",
                "C/0D@2@length of a note must not be zero@C4:0+1 D4:1+1",
                "Z0D@1@a rest must be 1..10000 bars long, but was 0@D4:0+1",
                ">C@1@broken rhythm without a first note@C4:0+1",
                "C>|D@3@broken rhythm without a second note@C4:0+3/2 D4:3/2+1",
                "-C@1@tie without a first note@C4:0+1",
                "z-C@2@tie without a first note@C4:1+1",
                "C^|D@2@accidental without a note@C4:0+1 D4:1+1",
                "C]D@2@sign ] means nothing in music@C4:0+1 D4:1+1",
                "C1?D@3@sign ? means nothing in music@C4:0+1 D4:1+1",
                "C}D@2@sign } means nothing in music@C4:0+1 D4:1+1",
                "C,,,,,,D@1@pitch must be 0..127, but was -12@D4:1+1",
                "C{g}|@6@grace notes without a main note@C4:0+1",
                "C[3-1D@3@numbers of an ending must be 1..100 and rise@C4:0+1 D4:1+1",
                "|:CD@1@repeat never ends@C4:0+1 D4:1+1",
                "C[L:0]D@5@unit note length must be 1/1024..16, but was 0@C4:0+1 D4:1+1",
                "C[M:4/5]D@5@meter makes no sense: 4/5@C4:0+1 D4:1+1",
                "C[Q:1/4=0]D@5@tempo makes no sense: 1/4=0@C4:0+1 D4:1+1",
                "C[K:Cfoo]D@5@mode foo is unknown@C4:0+1 D4:1+1",
                "C[K:C octave=99]D@7@octave must be -10..10, but was 99@C4:0+1 D4:1+1",
                "[I:MIDI program 128]D@17@value of a directive must be 0..127, but was 128@D4:0+1",
                "C[V:]D@5@voice without a name@C4:0+1 D4:1+1"
            })
    void malformedMusic_isRefusedStrictlyAndRepairedLeniently(String text, int column, String fault, String notes) {
        String book = "X:1\nL:1/4\nK:C\n" + text;
        var refusal = catchThrowableOfType(MalformedAbcException.class, () -> AbcReader.parse(book));
        AbcTune repaired = tune(book);

        assertThat(refusal).hasMessage("line 4, column " + column + ": " + fault);
        assertThat(refusal.line()).isEqualTo(4);
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(repaired.notices()).isNotEmpty();
        assertThat(repaired.notices().get(0).toString()).startsWith(refusal.getMessage() + "; ");
        assertThat(notes(repaired.sequence())).isEqualTo(notes == null ? "" : notes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "X:one|K:C|C@line 1, column 3: number of a tune must be 0..999999999, but was one",
                "X:1|C@line 2, column 1: music before the field K:",
                "X:1|T:t@line 2, column 4: tune without a field K:",
                "X:1|P:A(B|K:C|P:A|C|P:B|D@line 2, column 4: parenthesis in the order of parts is not closed",
                "X:1|P:A)B|K:C|P:A|C|P:B|D@line 2, column 4: parenthesis in the order of parts is not open",
                "X:1|P:A*|K:C|P:A|C@line 2, column 4: sign * means nothing in the order of parts",
                "X:1|P:AC|K:C|P:A|C@line 2, column 3: part C is not in the tune",
                "K:C|C@line 1, column 1: tune without a field X:"
            })
    void malformedHeader_isRefusedStrictlyAndRepairedLeniently(String lines, String message) {
        String book = lines.replace('|', '\n');

        assertThatThrownBy(() -> AbcReader.parse(book))
                .isInstanceOf(MalformedAbcException.class)
                .hasMessage(message);
        assertThat(tune(book).notices())
                .anySatisfy(notice -> assertThat(notice.toString()).startsWith(message + "; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "!unheard!C@line 4, column 1: decoration unheard; skipped",
                "C!D@line 4, column 2: ! without the name of a decoration; skipped",
                "C+D@line 4, column 2: + without the name of a decoration; skipped",
                "^/C@line 4, column 1: accidental of less than a semitone; the natural note is played",
                "[I:MIDI drumon 1]C@line 4, column 9: directive MIDI drumon; skipped",
                "[K:C strange]C@line 4, column 6: key field holds strange; skipped",
                "s:* *@line 4, column 3: line of symbols; skipped",
                "m:~n3 = n@line 4, column 3: macro; skipped"
            })
    void unknownMusic_isSkippedAndToldByBoth(String text, String notice) throws MalformedAbcException {
        String book = "X:1\nL:1/4\nK:C\n" + text;

        assertThat(AbcReader.parse(book).get(0).notices()).hasToString("[" + notice + "]");
        assertThat(AbcReader.parseLenient(book).get(0).notices()).hasToString("[" + notice + "]");
    }

    @Test
    void notices_ofAHopelessText_areCounted() {
        AbcTune tune = tune("X:1", "K:C", "?".repeat(100_000));

        assertThat(tune.notices()).hasSize(1_001);
        assertThat(tune.notices().get(1_000).text()).isEqualTo("further notices are left out");
    }

    @Test
    void faults_thatQuoteTheText_quoteItsBeginning() {
        assertThat(tune("X:1", "M:" + "9".repeat(100_000), "K:C")
                        .notices()
                        .get(0)
                        .text())
                .hasSizeLessThan(400);
    }

    @Test
    void textWithoutTunes_isRefused() {
        assertThatThrownBy(() -> AbcReader.parseLenient("Dear all,\n\nhere is no music."))
                .isInstanceOf(MalformedAbcException.class)
                .hasMessage("line 1, column 1: a tune book must hold a field X: or K:, but did not");
        assertThatThrownBy(() -> AbcReader.parseLenient("")).isInstanceOf(MalformedAbcException.class);
    }

    @Test
    void files_ofAnyEncodingAndLineEnd_areRead(@TempDir Path folder) throws Exception {
        String text = "X:1\r\nT:J\u00E4ger\rK:C\nCDE\n";
        Path file = folder.resolve("tune.abc");
        for (var charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16}) {
            Files.writeString(file, text, charset);

            assertThat(AbcReader.readFirst(file).title()).isEqualTo("J\u00E4ger");
            assertThat(AbcReader.read(file).get(0).sequence().notes()).hasSize(3);
        }
        Files.writeString(file, "\uFEFF" + text, StandardCharsets.UTF_8);
        assertThat(AbcReader.readLenient(file)).hasSize(1);
    }
}
