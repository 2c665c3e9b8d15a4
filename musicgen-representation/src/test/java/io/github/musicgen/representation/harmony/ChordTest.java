package io.github.musicgen.representation.harmony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChordTest {
    /** Each line: the tones, then texts that all mean them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C E G         | C CM Cmaj Cmajor CMaj",
                "C Eb G        | Cm Cmin Cmi C- Cminor CMin",
                "C E G#        | C+ C(#5) C+5 Caug",
                "C Eb Gb       | Cdim Co C° Cº Cm(b5) Cmb5",
                "C D G         | Csus2 Cm(sus2)",
                "C F G         | Csus Csus4",
                "C D F G       | Csus24 Csus2sus4 Csus4(add9)",
                "C D E G       | C2 Cadd2 Cadd9 C(add9) Cmajadd9 C(9) C/9",
                "C E F G       | C4 Cadd4 C(add11)",
                "C D Eb G      | Cm(add9) Cmadd9",
                "C G           | C5 C(no3) Cno3 C5(no3rd) Comit3",
                "C             | Cped",
                "C E G A       | C6 Cmaj6 CM6 C(add6)",
                "C Eb G A      | Cm6 C-6 Cmin6",
                "C E G A D     | C6/9 C69 C6(add9) CM69 C6add9 C(6/9)",
                "C Eb G A D    | Cm6/9 Cm69 Cm6(add9)",
                "C E G Bb      | C7 C(add7) C(b7) C(7)",
                "C E G B       | Cmaj7 CMaj7 Cma7 CM7 CΔ CΔ7 C△7 CMAJ7 C7M C(maj7) C(#7) C7maj",
                "C Eb G Bb     | Cm7 Cmin7 C-7 Cmi7",
                "C Eb G B      | Cm(maj7) CmM7 Cmmaj7 C-(M7) CmMaj7 Cm7M CmΔ CminΔ7 Cm(#7)",
                "C Eb Gb A     | Cdim7 Co7 C°7 Cdim(bb7)",
                "C Eb Gb B     | Cdim(maj7) CoM7 C°(maj7)",
                "C Eb Gb Bb    | Cm7b5 Cø Cø7 CØ C/o C/o7 C-7b5 Cm7(b5) Cm7-5 Cmi7b5 Cmin7(♭5)",
                "C E G# Bb     | C+7 C7+ Caug7 C7#5 C7(#5) C7+5 C7♯5",
                "C E G# B      | C+M7 Cmaj7#5 C+(maj7) Cmaj7+",
                "C F G Bb      | C7sus C7sus4 Csus7 Cm7sus4",
                "C E Gb Bb     | C7b5 C7(b5) C7-5",
                "C E G Bb Db   | C7b9 C7(b9) C7-9 C9(b9) C7(addb9) C7/b9",
                "C E G Bb D#   | C7#9 C7(#9) C7+9 C7(add#9)",
                "C E G Bb D    | C9 C7(9) C7(add9) C7add9 C7/9",
                "C E G B D     | Cmaj9 CM9 Cma9 CMaj9 CΔ9 C9M Cmaj7(9)",
                "C Eb G Bb D   | Cm9 C-9 Cmi9 Cmin9",
                "C Eb G B D    | CmMaj9 Cm(maj9)",
                "C Eb Gb Bb D  | Cm9b5 Cm9(b5) Cø9",
                "C E G# Bb D   | C+9 C9+ C9#5 Caug9",
                "C F G Bb D    | C9sus C9sus4 C7sus(add9) C7sus4(9)",
                "C E G Bb D F  | C11",
                "C E G Bb D F# | C9#11 C9(#11) C11(#11) C9+11",
                "C E G B F#    | Cmaj7#11 Cmaj7(#11)",
                "C Eb G Bb D F | Cm11 C-11",
                "C E G B D F   | Cmaj11",
                "C E G Bb D F A  | C13",
                "C E G Bb Db F A | C13b9 C13(b9)",
                "C E G Bb D F# A | C13#11",
                "C E G B D F A   | Cmaj13",
                "C Eb G Bb D F A | Cm13",
                "C F G Bb D A    | C13sus C13sus4",
                "C E G# Bb Db    | C7#5b9 C7(#5)(b9) C7(#5,b9) C7(b9#5) C+7b9",
                "C E G Bb Db D#  | C7b9#9 C7(b9)(#9)",
                "C E G Bb Ab     | C7b13 C7(b13)",
                "C E Gb G# Bb Db D# | C7alt Calt",
                "C Eb G#         | Cm#5 Cm(#5) Cm+",
                "C E G Bb D F#   | C7(9,#11) C7(9/#11)",
            })
    void kinds_haveTheirTones_howeverTheyAreWritten(String tones, String texts) {
        for (String text : texts.split(" ", -1)) {
            Chord chord = Chord.parse(text);
            assertThat(chord.pitchClasses()).as(text).isEqualTo(Tones.named(tones));
            assertThat(chord.root()).isEqualTo(chord.bass()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "C, 0, 0",
        "Bb, 10, 10",
        "B♭m7, 10, 10",
        "F♯, 6, 6",
        "Am7/G, 9, 7",
        "Am/g, 9, 7",
        "C / Bb, 0, 10",
        "C7/F, 0, 5",
        "C/b, 0, 11",
        "C/bb, 0, 10",
        "F/o/Ab, 5, 8",
        "Cb5, 11, 11",
        "C b5, 0, 0",
        "C#b5, 1, 1",
        "D maj 7, 2, 2",
    })
    void rootAndBass_areFound(String text, int root, int bass) {
        assertThat(Chord.parse(text).root()).isEqualTo(root);
        assertThat(Chord.parse(text).bass()).isEqualTo(bass);
        assertThat(Chord.parse(text).text())
                .isEqualTo(text)
                .isEqualTo(Chord.parse(text).toString());
    }

    @Test
    void aBassThatIsForeign_isNoToneOfTheChord() {
        Chord chord = Chord.parse("C7/F");
        assertThat(chord.contains(65)).isFalse();
        assertThat(chord.contains(64)).isTrue();
        assertThat(chord.contains(127)).isTrue();
        assertThat(chord.pitchClasses()).isEqualTo(Chord.parse("C7").pitchClasses());
    }

    @ParameterizedTest
    @CsvSource({
        "C7#9, MAJOR",
        "C7(#11), MAJOR",
        "Cm(add9), MINOR",
        "C7b5, OTHER",
        "Cm#5, OTHER",
        "C7alt, OTHER",
        "Cm7b5, DIMINISHED",
        "Cø, DIMINISHED",
        "C7#5, AUGMENTED",
        "C7sus4, OTHER",
        "Cm7sus2, OTHER",
        "C(no5), OTHER",
        "C(no1), OTHER",
        "C5(add3), MAJOR",
        "Cped, OTHER",
        "N.C., OTHER",
    })
    void quality_isThatOfThirdAndFifth(String text, TriadQuality quality) {
        assertThat(Chord.parse(text).quality()).isEqualTo(quality);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N.C.", "NC", "N.C", "n.c.", "N", "N. C.", "no chord", "No Chord", " NC "})
    void noChord_isNone(String text) {
        Chord chord = Chord.parse(text);
        assertThat(chord).isSameAs(Chord.NONE);
        assertThat(chord.isNone()).isTrue();
        assertThat(chord.pitchClasses()).isZero();
        assertThat(chord.contains(60)).isFalse();
        assertThat(chord.text()).isEqualTo("N.C.");
        assertThatIllegalStateException().isThrownBy(chord::root).withMessage("N.C. has neither root nor bass");
        assertThatIllegalStateException().isThrownBy(chord::bass);
    }

    @Test
    void chordsWrittenAlike_areEqual() {
        assertThat(Chord.parse("Am7/G")).isEqualTo(Chord.parse("Am7/G")).hasSameHashCodeAs(Chord.parse("Am7/G"));
        assertThat(Chord.parse("Am7")).isNotEqualTo(Chord.parse("A-7"));
        assertThat(Chord.parse("Am7").isNone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "H7",
                "am",
                "Cx",
                "C)",
                "C(",
                "C()",
                "C(b9",
                "C7b9)",
                "C((b9))",
                "C(,b9)",
                "C/",
                "C/H",
                "C/E/G",
                "Cno",
                "Cadd",
                "C7b",
                "C16",
                "C(add16)",
                "C7 9",
                "/G",
                "7",
                "C7-",
                "Cadd0",
                "C😀"
            })
    void parse_whatIsNoChord_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chord.parse(text))
                .withMessage("chord must be a root and a kind such as \"Bbm7\" or \"C7(b9)/E\", or \"N.C.\", but was \""
                        + text + "\"");
    }

    @Test
    void parse_aTextTooLongForAChord_isRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chord.parse("C" + "#".repeat(10_000_000)))
                .withMessageEndingWith("but was \"C" + "#".repeat(39) + "...\"");
    }
}
