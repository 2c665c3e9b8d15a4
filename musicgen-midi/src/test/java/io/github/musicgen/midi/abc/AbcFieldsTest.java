package io.github.musicgen.midi.abc;

import static io.github.musicgen.midi.abc.Tunes.meters;
import static io.github.musicgen.midi.abc.Tunes.pitches;
import static io.github.musicgen.midi.abc.Tunes.strictly;
import static io.github.musicgen.midi.abc.Tunes.times;
import static io.github.musicgen.midi.abc.Tunes.tune;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Tempo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Information fields: key, meter, tempo and the rest, in the header and between the notes. */
class AbcFieldsTest {

    private static NoteSequence inKey(String key) {
        return strictly("X:1", "L:1/4", "K:" + key, "CDEFGAB");
    }

    /** The accidentals of note-seq's abc_parser_test.py, testParseKeyBasic, from A to G, and more keys. */
    @ParameterizedTest
    @CsvSource({
        "C major, 0 0 0 0 0 0 0",
        "A minor, 0 0 0 0 0 0 0",
        "C ionian, 0 0 0 0 0 0 0",
        "A aeolian, 0 0 0 0 0 0 0",
        "G Mixolydian, 0 0 0 0 0 0 0",
        "D dorian, 0 0 0 0 0 0 0",
        "E phrygian, 0 0 0 0 0 0 0",
        "F Lydian, 0 0 0 0 0 0 0",
        "B Locrian, 0 0 0 0 0 0 0",
        "F# mixolydian, 1 0 1 1 0 1 1",
        "F#Mix, 1 0 1 1 0 1 1",
        "F#MIX, 1 0 1 1 0 1 1",
        "Fm, -1 -1 0 -1 -1 0 0",
        "D exp _b _e ^f, 0 -1 0 0 -1 1 0",
        "D Phr ^f, 0 -1 0 0 -1 1 0",
        "D maj =c, 0 0 0 0 0 1 0",
        "D =c, 0 0 0 0 0 1 0",
        "Bb, 0 -1 0 0 -1 0 0",
        "Ebmin, -1 -1 -1 -1 -1 0 -1",
        "none, 0 0 0 0 0 0 0",
        "HP, 0 0 1 0 0 1 0",
        "Hp, 0 0 1 0 0 1 0",
        "Ador, 0 0 0 0 0 1 0",
        "Cb, -1 -1 -1 -1 -1 -1 -1",
        "C#, 1 1 1 1 1 1 1",
        "G#, 1 1 1 1 1 2 1"
    })
    void key_ofAnyMode_altersItsNotes(String key, String alterations) {
        List<Integer> naturals = List.of(69, 71, 60, 62, 64, 65, 67);
        List<Integer> pitches = inKey(key).notes().map(note -> note.pitch()).toList();

        StringBuilder found = new StringBuilder();
        for (int letter = 0; letter < 7; letter++) {
            found.append(pitches.get((letter + 5) % 7) - naturals.get(letter)).append(letter < 6 ? " " : "");
        }
        assertThat(found).hasToString(alterations);
    }

    @ParameterizedTest
    @CsvSource({
        "C, 0, MAJOR",
        "Am, 0, MINOR",
        "D dor, 0, MINOR",
        "G mix, 0, MAJOR",
        "F lyd, 0, MAJOR",
        "Bb, -2, MAJOR",
        "F#m, 3, MINOR",
        "G#, -4, MAJOR",
        "D exp ^f ^c, 2, MAJOR"
    })
    void keySignature_keepsFifthsAndTheKindOfThird(String key, int fifths, Mode mode) {
        assertThat(inKey(key).keySignatures()).containsExactly(new KeySignature(0, fifths, mode));
    }

    @Test
    void noKey_hasNoSignature() {
        assertThat(inKey("none").keySignatures()).isEmpty();
        assertThat(inKey("").keySignatures()).isEmpty();
    }

    @Test
    void key_changedBetweenNotes_holdsFromThere() {
        NoteSequence sequence = strictly("X:1", "L:1/4", "M:4/4", "K:C", "F2 [K:D] F2|", "K:G", "C4|");

        assertThat(pitches(sequence)).isEqualTo("F4 F#4 C4");
        assertThat(sequence.keySignatures())
                .extracting(KeySignature::tick, KeySignature::fifths)
                .hasToString("[(0L, 0), (960L, 2), (1920L, 1)]");
    }

    @ParameterizedTest
    @CsvSource({
        "treble, 60",
        "treble-8, 48",
        "clef=treble+8, 72",
        "bass_15, 36",
        "octave=-1, 48",
        "transpose=3, 63",
        "clef=bass octave=1 t=-2, 70"
    })
    void key_withClefAndTransposition_movesTheNotes(String details, int pitch) {
        assertThat(strictly("X:1", "K:C " + details, "C").notes().map(note -> note.pitch()))
                .containsExactly(pitch);
    }

    @Test
    void keySignature_ofATransposingInstrument_isTheOneThatSounds() {
        assertThat(strictly("X:1", "K:D transpose=-2", "D")
                        .keySignatures()
                        .get(0)
                        .fifths())
                .isZero();
        assertThat(strictly("X:1", "K:C transpose=1", "D")
                        .keySignatures()
                        .get(0)
                        .fifths())
                .isEqualTo(-5);
    }

    @ParameterizedTest
    @CsvSource({"C, 4/4", "C|, 2/2", "6/8, 6/8", "2+3+2/8, 7/8", "(2+3+2)/8, 7/8", "3/2, 3/2"})
    void meter_inAnyForm_isATimeSignature(String meter, String expected) {
        assertThat(meters(strictly("X:1", "M:" + meter, "K:C", "C"))).isEqualTo("0:" + expected);
    }

    @Test
    void meter_changedBetweenNotes_holdsFromThere() {
        assertThat(meters(strictly("X:1", "L:1/4", "M:3/4", "K:C", "C3|[M:2/4]C2|", "M:C", "C4|")))
                .isEqualTo("0:3/4 3:2/4 5:4/4");
    }

    @Test
    void unitNote_changedBetweenNotes_holdsFromThereAndNotByMeter() {
        assertThat(times(strictly("X:1", "M:4/4", "K:C", "C[M:2/4]C[L:1/4]C", "L:1/16", "C")))
                .isEqualTo("0+1/2 1/2+1/2 1+1 2+1/4");
    }

    /** Expected values from note-seq's abc_parser_test.py, testParseTempos. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "L:1/4;Q:60;60",
                "L:1/4;Q:C=100;100",
                "L:1/8;Q:1/2=120;240",
                "L:1/8;Q:1/4 3/8 1/4 3/8=40;200",
                "L:1/8;Q:5/4=40;200",
                "L:1/8;Q: \"Allegro\" 1/4=120;120",
                "L:1/8;Q: 1/4=120 \"Allegro\";120",
                "L:1/8;Q: 3/8=50 \"Slowly\";75",
                "Q:100;M:2/4;25",
                "Q:100;L:1/4;100",
                "L:1/8;Q:C3=40;60",
                "L:1/8;Q:1/4=62.5;62.5"
            })
    void tempo_inAnyForm_isInQuarters(String first, String second, double quartersPerMinute) {
        List<Tempo> tempos =
                strictly("X:1", first, second, "K:C", "C").tempoMap().tempos();

        assertThat(tempos).hasSize(1);
        assertThat(tempos.get(0).quartersPerMinute()).isCloseTo(quartersPerMinute, within(1e-3));
    }

    @Test
    void tempo_inWords_isNoTempo() {
        assertThat(strictly("X:1", "Q:\"Andante\"", "K:C", "C").tempoMap().tempos())
                .containsExactly(new Tempo(0, 500_000));
    }

    @Test
    void tempo_changedBetweenNotes_holdsFromThere() {
        assertThat(strictly("X:1", "L:1/4", "Q:1/4=60", "K:C", "C[Q:1/4=100]C", "Q:1/2=60", "C")
                        .tempoMap()
                        .tempos())
                .containsExactly(new Tempo(0, 1_000_000), new Tempo(480, 600_000), new Tempo(960, 500_000));
    }

    @Test
    void title_isTheFirstOne_withItsLettersDecoded() {
        assertThat(strictly("X:1", "T:M\\'ust\\\"uch &amp; \\u00e9&eacute;\\AE %no comment", "T:other", "K:C")
                        .title())
                .isEqualTo("M\u00FAst\u00FCch & \u00E9\u00E9\u00C6");
    }

    @Test
    void number_isThatOfTheTune() {
        assertThat(tune("X: 17", "K:C").number()).isEqualTo(17);
    }

    @Test
    void fieldsAboutTheTune_meanNothing() {
        assertThat(tune(
                                "X:1",
                                "A:a",
                                "B:b",
                                "C:c",
                                "D:d",
                                "F:f",
                                "G:g",
                                "H:h",
                                "N:n",
                                "O:o",
                                "R:r",
                                "S:s",
                                "Z:z",
                                "r:x",
                                "K:C",
                                "[N:n]C[r:x]",
                                "W:w",
                                "T:t")
                        .notices())
                .isEmpty();
    }

    @Test
    void continuedField_isOneField() {
        assertThat(strictly("X:1", "T:long", "+:title", "K:C").title()).isEqualTo("long title");
    }

    @Test
    void indentedLines_areFieldsAndMusicToo() {
        assertThat(pitches(strictly("   X:1", "  K:D", "  F"))).isEqualTo("F#4");
    }

    @Test
    void typesetBlocks_areSkippedWithTheirEmptyLines() {
        assertThat(pitches(strictly("X:1", "K:C", "C", "%%begintext", "", "D E", "%%endtext", "F")))
                .isEqualTo("C4 F4");
    }
}
