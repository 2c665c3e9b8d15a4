package io.github.musicgen.midi.musicxml;

import static io.github.musicgen.midi.musicxml.Scores.COMMON_TIME;
import static io.github.musicgen.midi.musicxml.Scores.note;
import static io.github.musicgen.midi.musicxml.Scores.notices;
import static io.github.musicgen.midi.musicxml.Scores.part;
import static io.github.musicgen.midi.musicxml.Scores.read;
import static io.github.musicgen.midi.musicxml.Scores.score;
import static io.github.musicgen.midi.musicxml.Scores.scoreOf;
import static io.github.musicgen.midi.musicxml.Scores.tie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.time.Tempo;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In which order measures are played. A form is written like this: measures are small letters, one note each; {@code |:} begins and
 * {@code :|} or {@code :|3} ends a repeat, {@code [1,2} begins an ending and {@code ]} ends it; {@code SEGNO}, {@code CODA},
 * {@code DC}, {@code DS}, {@code TOCODA} and {@code FINE} belong to the letter before them.
 */
class RepeatsTest {

    private static String order(String form) throws MalformedMusicXmlException {
        return read(score(measures(form))).parts().get(0).notes().stream()
                .map(note -> Character.toString('a' + note.pitch() - 60))
                .collect(Collectors.joining());
    }

    private static String[] measures(String form) {
        StringBuilder measures = new StringBuilder();
        String before = "";
        for (String token : form.split(" ", -1)) {
            if (token.matches("[a-z]")) {
                int pitch = token.charAt(0) - 'a';
                measures.append('\n').append(before).append(midiNote(60 + pitch));
                before = "";
            } else if (token.equals("|:")) {
                before += "<barline location='left'><repeat direction='forward'/></barline>";
            } else if (token.startsWith("[")) {
                before +=
                        "<barline location='left'><ending type='start' number='" + token.substring(1) + "'/></barline>";
            } else {
                measures.append(behind(token));
            }
        }
        return Arrays.stream(measures.substring(1).split("\n", -1))
                .map(measure -> Scores.divisions(1) + measure)
                .toArray(String[]::new);
    }

    private static String behind(String token) {
        return switch (token) {
            case "]" -> "<barline><ending type='stop' number='1'/></barline>";
            case "SEGNO" -> "<sound segno='s'/>";
            case "CODA" -> "<sound coda='c'/>";
            case "DC" -> "<sound dacapo='yes'/>";
            case "DS" -> "<sound dalsegno='s'/>";
            case "TOCODA" -> "<sound tocoda='c'/>";
            case "FINE" -> "<sound fine='yes'/>";
            case ":|" -> "<barline><repeat direction='backward'/></barline>";
            case ":|!" -> "<barline><repeat direction='backward' after-jump='yes'/></barline>";
            default ->
                "<barline><repeat direction='backward' times='" + token.substring(":|".length()) + "'/></barline>";
        };
    }

    private static String midiNote(int pitch) {
        String names = "C C#D D#E F F#G G#A A#B ";
        String name = names.substring(pitch % 12 * 2, pitch % 12 * 2 + 2).strip();
        return note(name + (pitch / 12 - 1), 4);
    }

    @ParameterizedTest(name = "{0} is played {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a b c; abc",
                "a b :| c; ababc",
                "a |: b :| c; abbc",
                "a |: b :| |: c d :|; abbcdcd",
                "a b :| c d :|; ababcdcd",
                "|: a :|3 b; aaab",
                "|: a b :|1; ab",
                "|: a [1 b ] :| [2 c ]; abac",
                "|: a [1 b ] :| [2 c ] :| d; abacd",
                "|: a [1 b ] :| [2 c ] d; abacd",
                "|: a [1,2 b ] :|3 [3 c ] d; ababacd",
                "|: a [1,2 b ] :| [3 c ] d; ababacd",
                "|: a [1,3 b ] :| [2,4 c ] :| d; abacabacd",
                "|: a [1 b ] :| c; abac",
                "|: a :|3 [3 b ]; aaab",
            })
    void repeatsAndEndings(String form, String expected) throws Exception {
        assertThat(order(form)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is played {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                // A bracket over the first measure of an ending only.
                "|: a [1 b ] c :| [2 d ]; abcad",
                // Numbers left out, or one number twice.
                "|: a [1 b ] :| [3 c ]; abac",
                "|: a [2 b ] :| [2 c ]; abac",
                // Brackets that are never closed.
                "|: a [1 b :| [2 c d :| e; abacde",
                // Endings without any repeat.
                "a [1 b ] [2 c ] d; abcd",
                "|: a [1 b ] [2 c ] d; abcd",
                // A group of endings within another.
                "|: a [1 b ] [2 c ] [3 d ] e [1 f ] :| [2 g ] :| h; abefacegadeh",
                // A repeat that begins twice.
                "|: a |: b :| c; abbc",
            })
    void irregularRepeats_areReadAsTheyAreMeant(String form, String expected) throws Exception {
        assertThat(order(form)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is played {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a b FINE c DC d; abcab",
                "a SEGNO b FINE c DS d; abcab",
                "x a SEGNO b FINE c DS d; xabcab",
                "a b TOCODA c DC d CODA e; abcabde",
                "a b SEGNO c TOCODA d DS e CODA f; abcdbcef",
                // Repeats are played before the jump and not after it, unless they say so.
                "|: a :| b FINE |: c :| DC d; aabccab",
                "|: a :|! b FINE c DC d; aabcaab",
                "|: a [1 b ] :| [2 c ] d FINE e DC; abacdeacd",
                // From the coda on they are played again.
                "|: a :| TOCODA b DC c |: d CODA :|; aabadd",
                // A jump is followed once, however often it is met.
                "a DC; aa",
                "a DC b DC; aabab",
                // Without a jump nothing ends and nothing is skipped.
                "a FINE b TOCODA c CODA d; abcd",
            })
    void jumps(String form, String expected) throws Exception {
        assertThat(order(form)).isEqualTo(expected);
    }

    @Test
    void jumpsToNowhere_areNamed() throws Exception {
        assertThat(order("a b DS c")).isEqualTo("abc");
        assertThat(notices(score(measures("a b DS c")))).contains("jump to a segno that is nowhere; not played");
    }

    @Test
    void jumpsInWordsOnly_areNamed() throws Exception {
        String words = Scores.direction("<words>D.S. al Coda</words>");
        assertThat(notices(score(COMMON_TIME + note("C4", 4) + words)))
                .containsExactly("jump that stands in words only; not played");
        String both = Scores.direction("<words>D.C. al Fine</words>", "<sound dacapo='yes'/>");
        assertThat(notices(score(COMMON_TIME + note("C4", 4) + both))).isEmpty();
    }

    @Test
    void aRepeat_inOnePartOnly_isPlayedByAll() throws Exception {
        String repeat = "<barline><repeat direction='backward'/></barline>";
        var sequence = read(
                scoreOf("", part("P1", COMMON_TIME + note("C4", 4)), part("P2", COMMON_TIME + note("C3", 4) + repeat)));
        assertThat(Scores.notes(sequence)).containsExactly("C4 0-1920", "C4 1920-3840");
    }

    @Test
    void aTieIntoASecondEnding_goesOnFromTheRepeatedNote() throws Exception {
        String first = "<barline><ending type='start' number='1'/></barline>" + note("D4", 4)
                + "<barline><ending type='stop' number='1'/><repeat direction='backward'/></barline>";
        String second = "<barline><ending type='start' number='2'/></barline>" + note("C4", 4, tie("stop"))
                + "<barline><ending type='stop' number='2'/></barline>";
        assertThat(Scores.notes(read(score(COMMON_TIME + note("C4", 4, tie("start")), first, second))))
                .containsExactly("C4 0-1920", "D4 1920-3840", "C4 3840-7680");
    }

    @Test
    void afterAJump_tempoAndKeyAreThoseOfThePlace() throws Exception {
        String start = Scores.attributes("<divisions>1</divisions><key><fifths>1</fifths></key>");
        String middle = Scores.attributes("<key><fifths>-1</fifths></key>") + "<sound tempo='60'/>";
        String end = note("D4", 4) + "<sound dacapo='yes'/>";
        var sequence = read(score(start + note("C4", 4), middle + end));
        assertThat(sequence.keySignatures().stream().map(KeySignature::fifths)).containsExactly(1, -1, 1, -1);
        assertThat(sequence.tempoMap().tempos().stream().map(Tempo::quartersPerMinute))
                .containsExactly(120.0, 60.0, 120.0, 60.0);
        assertThat(sequence.keySignatures().stream().map(KeySignature::tick)).containsExactly(0L, 1920L, 3840L, 5760L);
    }

    @Test
    void versesAreSungOneByOne() throws Exception {
        String lyrics = lyric(1, "one") + lyric(2, "two");
        String repeat = "<barline><repeat direction='backward' times='3'/></barline>";
        var sequence = read(score(COMMON_TIME + note("C4", 2, lyrics) + note("D4", 2, lyric(1, "la")) + repeat));
        assertThat(sequence.parts().get(0).lyrics().stream().map(lyric -> lyric.tick() + " " + lyric.text()))
                .containsExactly("0 one", "960 la", "1920 two", "2880 la", "3840 two", "4800 la");
    }

    private static String lyric(int verse, String text) {
        return "<lyric number='" + verse + "'><syllabic>single</syllabic><text>" + text + "</text></lyric>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000", "0", "-3", "many"})
    void timesBeyondTheirBounds_areToldWithValueAndBounds_andPlayedTwice(String times) throws Exception {
        String repeat = "<barline><repeat direction='backward' times='" + times + "'/></barline>";
        String score = score(COMMON_TIME + note("C4", 4) + repeat);
        assertThat(notices(score))
                .containsExactly("times of a repeat must be 1..9999, but was \"" + times + "\"; played twice");
        assertThat(read(score).parts().get(0).notes()).hasSize(2);
    }

    @Test
    void repeatsWithoutBound_areRefused() {
        StringBuilder form = new StringBuilder("|: a");
        for (int i = 0; i < 300; i++) {
            form.append(" b");
        }
        assertThatExceptionOfType(MalformedMusicXmlException.class)
                .isThrownBy(() -> order(form + " :|9999"))
                .withMessageContaining("must hold at most");
    }

    @Test
    void jumpsThatUnfoldQuadratically_areRefused() {
        StringBuilder form = new StringBuilder("a SEGNO");
        for (int i = 0; i < 3000; i++) {
            form.append(" b DS");
        }
        assertThatExceptionOfType(MalformedMusicXmlException.class).isThrownBy(() -> order(form.toString()));
    }
}
