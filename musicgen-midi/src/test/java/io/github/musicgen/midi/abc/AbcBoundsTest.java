package io.github.musicgen.midi.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small text never becomes an endless piece, and no text takes endless time. */
class AbcBoundsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "C99999999999; line 4, column 2: length of a note must be 0..10000, but was 99999999999",
                "C123456789012345678901234567890; line 4, column 2: length of a note must be 0..10000, but was 99999999999999999",
                "C/9999999; line 4, column 2: length of a note must be at least 1/4096 unit, but was less",
                "C//////////////////////////////////////; line 4, column 2: length of a note must be at least 1/4096 unit, but was less",
                "Z1000000000; line 4, column 2: bars of a rest must be 0..10000, but was 1000000000",
                "(99:2:2CD; line 4, column 2: notes of a tuplet must be 0..64, but was 99",
                "C>>>>>>>>>D; line 4, column 2: broken rhythm must have 1..8 signs, but had 9",
                "[L:16][C10000]10000; line 4, column 8: length of a note must be 1/34594560..16384 quarters, but was 10000/1 of 64",
                "|:C|1000D:|; line 4, column 5: number of an ending must be 0..100, but was 1000"
            })
    void numberBeyondAllMusic_isRefusedWithValueBoundAndPlace(String text, String message) {
        String book = "X:1\nL:1/4\nK:C\n" + text;

        assertThatThrownBy(() -> AbcReader.parseLenient(book))
                .isInstanceOf(MalformedAbcException.class)
                .hasMessage(message);
    }

    private static void assertRefused(String book, String message) {
        assertThatThrownBy(() -> AbcReader.parseLenient(book))
                .isInstanceOf(MalformedAbcException.class)
                .hasMessage(message);
    }

    private static String budgetOf(String book) {
        return " must not make more than " + (200_000 + 32 * book.length())
                + " notes, bars and signs of this text, but did";
    }

    @Test
    void orderOfParts_thatMultiplies_isRefused() {
        String book = "X:1\nP:((((((((A9)9)9)9)9)9)9)9\nK:C\nP:A\nC|";

        assertRefused(book, "line 2, column 5: order of parts" + budgetOf(book));
    }

    @Test
    void orderOfParts_thatIsNestedDeeply_isRefused() {
        assertRefused(
                "X:1\nP:" + "(".repeat(100_000) + "\nK:C\nP:A\nC|",
                "line 2, column 19: order of parts must be nested 0..16 deep, but was deeper");
    }

    @Test
    void repeats_thatMultiply_areRefused() {
        String section = "|" + ":".repeat(99) + "C".repeat(2_000) + ":".repeat(99) + "|";
        String book = "X:1\nK:C\n" + section.repeat(10);

        assertRefused(book, "line 1, column 1: repeats" + budgetOf(book));
    }

    @Test
    void rests_ofManyBars_areRefusedTogether() {
        String book = "X:1\nM:4/4\nK:C\n" + "Z9999|".repeat(1_000);

        assertThatThrownBy(() -> AbcReader.parseLenient(book))
                .isInstanceOf(MalformedAbcException.class)
                .hasMessageEndingWith("rests" + budgetOf(book));
    }

    @Test
    void budget_isThatOfTheWholeBook() {
        String tune = "X:1\nM:4/4\nK:C\nZ9999|\n\n";
        String book = tune.repeat(1_000);

        assertThatThrownBy(() -> AbcReader.parseLenient(book))
                .isInstanceOf(MalformedAbcException.class)
                .hasMessageEndingWith(budgetOf(book));
    }

    @Test
    void tuneOfAllTooLongNotes_isRefused() {
        assertRefused(
                "X:1\nL:1\nK:C\n" + "C4096".repeat(300),
                "line 4, column 1221: a voice must end within 4000000 quarters, but did not");
        assertRefused(
                "X:1\nL:1\nK:C\n|::::" + "C4096".repeat(100) + "::::|",
                "line 1, column 1: a tune must end within 4000000 quarters, but did not");
    }

    @Test
    void tuneOfTooManyVoices_isRefused() {
        StringBuilder book = new StringBuilder("X:1\nK:C\n");
        for (int voice = 0; voice < 300; voice++) {
            book.append("V:").append(voice).append("\nC\n");
        }
        assertRefused(book.toString(), "line 515, column 3: a tune must have 1..256 voices, but had more");
    }

    /** Each takes a fraction of a second; what took quadratic time would take many minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C",
                "^",
                "|",
                ":",
                "::",
                "|:",
                ":|",
                "|1",
                "[1",
                "[",
                "]",
                "[C",
                "(",
                "(3",
                "{",
                "{g",
                "}",
                "\"",
                "\"C\"",
                "!",
                "!x",
                "+",
                "&",
                "C&",
                "C|&",
                "-",
                "C-",
                "<",
                "C>",
                "[V:1]",
                "[P:A]",
                "[P:A]C|",
                "[Q:1/4=100]C",
                "[M:3/4]C",
                "[K:D]C",
                "!segno!",
                "!D.C.!|",
                "w:a\n",
                "C\nw:a\n",
                "+:a\n",
                "V:1\n",
                "K:C\n",
                "P:A\n",
                "L:1/8\n",
                "%%MIDI x 1\n",
                "T:\\'e\n",
                "~",
                "z",
                "C'",
                "1",
                "/",
                "C/",
                "\\",
                "\\\n",
                "U:T=!p!\n",
                "%\n"
            })
    void anySign_givenFortyThousandTimes_isReadInNoTime(String sign) {
        String book = "X:1\nK:C\n" + sign.repeat(40_000);

        assertTimeout(Duration.ofSeconds(20), () -> {
            try {
                assertThat(AbcReader.parseLenient(book)).isNotEmpty();
            } catch (MalformedAbcException refusal) {
                assertThat(refusal.line()).isPositive();
            }
        });
    }
}
