package io.github.musicgen.representation.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The chords that note-seq's own tests expect, of {@code note_seq/chord_symbols_lib_test.py} at commit 2079a243. The chords that
 * it finds for given pitches are read here the other way round.
 */
class ChordReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "Am, 0 4 9",
        "D7b9, 0 2 3 6 9",
        "F/o, 3 5 8 11",
        "C-(M7), 0 3 7 11",
        "E##13, 1 3 4 6 8 10 11",
        "G(add2)(#5), 3 7 9 11",
        "C, 60 64 67",
        "Am, 45 48 52",
        "Ebo, 63 66 69",
        "B+, 71 75 79",
        "G/B, 59 62 67",
        "Bbm/F, 65 70 73",
        "Dsus, 62 67 69",
        "Gsus7, 55 60 62 65",
        "Gsus2, 67 69 74",
        "Bbmaj7/A, 45 46 50 53",
        "Cm9/Eb, 63 67 70 72 74",
        "G7(add4), 67 71 72 74 77",
        "E7(#9), 64 68 71 74 79",
        "C(add2), 60 62 64 67",
        "C+7(#9), 60 64 68 70 75",
    })
    void pitches(String text, String pitches) {
        int expected = Arrays.stream(pitches.split(" ", -1))
                .mapToInt(pitch -> 1 << (Integer.parseInt(pitch) % 12))
                .reduce(0, (set, tone) -> set | tone);
        assertThat(Chord.parse(text).pitchClasses()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Dm9, 2", "E/G#, 4", "Bsus2, 11", "Abmaj7, 8", "D##5(add6), 4", "F(b7)(#9)(b13), 5"})
    void root(String text, int root) {
        assertThat(Chord.parse(text).root()).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({"Dm9, 2", "E/G#, 8", "Bsus2/A, 9", "Abm7/Cb, 11", "C#6/9/E#, 5", "G/o, 7", "C7/F, 5"})
    void bass(String text, int bass) {
        assertThat(Chord.parse(text).bass()).isEqualTo(bass);
    }

    @ParameterizedTest
    @CsvSource({
        "MAJOR, B13 E7#9 Fadd2/Eb C6/9/Bb Gmaj13",
        "MINOR, C#-9 Gm7/Bb Cbmmaj7 A-(M7) Bbmin",
        "AUGMENTED, D+/A# A+ G7(#5) Faug(add2)",
        "DIMINISHED, Am7b5 Edim7 Bb/o Fo",
        "OTHER, G5 Bbsus2 Dsus E(no3)",
    })
    void quality(TriadQuality quality, String texts) {
        for (String text : texts.split(" ", -1)) {
            assertThat(Chord.parse(text).quality()).as(text).isEqualTo(quality);
        }
    }
}
