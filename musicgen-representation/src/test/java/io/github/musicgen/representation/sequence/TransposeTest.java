package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransposeTest {
    private static String transposed(String chord, int semitones) {
        return NoteSequence.builder(1)
                .chordSymbol(0, chord)
                .build()
                .transpose(semitones)
                .chordSymbols()
                .get(0)
                .text();
    }

    private static KeySignature transposed(int fifths, Mode mode, int semitones) {
        return NoteSequence.builder(1)
                .keySignature(0, fifths, mode)
                .build()
                .transpose(semitones)
                .keySignatures()
                .get(0);
    }

    private static List<Integer> transposed(List<Integer> pitches, int semitones) {
        List<Note> notes =
                pitches.stream().map(pitch -> new Note(pitch, 100, 0, 1)).toList();
        return Seconds.music(Part.builder("").notes(notes).build())
                .transpose(semitones)
                .notes()
                .map(Note::pitch)
                .toList();
    }

    /** As note-seq's test expects. */
    @Test
    void notesChordsAndKeys_moveTogether() {
        NoteSequence sequence = Seconds.music()
                .part(part(note(12, 100, 0.01, 10.0), note(11, 55, 0.22, 0.50), note(40, 45, 2.50, 3.50)))
                .chordSymbol(1000, ChordSymbol.NO_CHORD)
                .chordSymbol(2000, "E7")
                .keySignature(0, 4, Mode.MAJOR)
                .build();
        assertThat(sequence.transpose(1))
                .isEqualTo(Seconds.music()
                        .part(part(note(13, 100, 0.01, 10.0), note(12, 55, 0.22, 0.50), note(41, 45, 2.50, 3.50)))
                        .chordSymbol(1000, ChordSymbol.NO_CHORD)
                        .chordSymbol(2000, "F7")
                        .keySignature(0, -1, Mode.MAJOR)
                        .build());
    }

    @Test
    void drums_stayAsTheyAre() {
        NoteSequence drums =
                Seconds.music(part(note(36, 100, 0, 1)).toBuilder().drums(true).build());
        assertThat(drums.transpose(5)).isEqualTo(drums);
    }

    /** note-seq deletes such notes. A melody that is transposed for a network comes back by octaves, and so do these. */
    @Test
    void notes_thatLeaveTheRangeOfMidi_comeBackByOctaves() {
        assertThat(transposed(List.of(0, 60, 126, 127), 1)).containsExactlyInAnyOrder(1, 61, 127, 116);
        assertThat(transposed(List.of(0, 1, 13), -2)).containsExactlyInAnyOrder(10, 11, 11);
        assertThat(transposed(List.of(127), 127)).containsExactly(254 - 132);
        assertThat(transposed(List.of(0), -127)).containsExactly(132 - 127);
    }

    @ParameterizedTest
    @ValueSource(ints = {-128, 128, Integer.MIN_VALUE})
    void semitones_outOfBounds_areRefused(int semitones) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seconds.music().build().transpose(semitones))
                .withMessage("semitones must be -127..127, but was " + semitones);
    }

    /** As note-seq's tests of chord symbols expect. */
    @ParameterizedTest
    @CsvSource({
        "C, 2, D",
        "Abm, -3, Fm",
        "F#, 0, F#",
        "Cbb, 6, Fb",
        "C#, -5, G#",
        "Co7, 7, Go7",
        "D+, -3, B+",
        "Fb9/Ab, 2, Gb9/Bb",
        "A6/9, -7, D6/9",
        "E7(add#9), 0, E7(add#9)"
    })
    void chords_areSpelledAsBefore(String chord, int semitones, String expected) {
        assertThat(transposed(chord, semitones)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "C, 1, Db",
        "C, 6, F#",
        "F, 6, B",
        "B, 1, C",
        "Gb, 1, G",
        "G#, 7, Eb",
        "Am7/G, 12, Am7/G",
        "Am7/G, 3, Cm7/Bb",
        "Bb/o7, 2, C/o7",
        "Csus4, 5, Fsus4",
        "Cm(maj7)/Eb, 2, Dm(maj7)/F",
        "C####, 1, F"
    })
    void chords_areSpelledWithFewAccidentals(String chord, int semitones, String expected) {
        assertThat(transposed(chord, semitones)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N.C.", "", "tacet", "Chorus", "Break", "H7", "c", "C/x", "C#b", "C/E/G"})
    void whatIsNoChord_staysAsItIs(String text) {
        assertThat(transposed(text, 2)).isEqualTo(text);
    }

    @Test
    void aHostileChord_costsNoTimeOrStack() {
        String endless = "C" + "6/9".repeat(100_000);
        assertThat(transposed(endless, 2)).isEqualTo(endless);
        assertThat(transposed("C" + "#".repeat(100_001), 0)).hasSize(100_002);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, -5",
        "0, 2, 2",
        "0, 3, -3",
        "0, 6, 6",
        "0, 11, 5",
        "0, -1, 5",
        "-1, 1, -6",
        "-2, 1, 5",
        "2, 6, -4",
        "6, 1, 1",
        "-6, 1, 1",
        "7, 0, 7",
        "7, 12, 7",
        "-7, 24, -7",
        "4, 1, -1"
    })
    void keys_takeTheFewerAccidentals(int fifths, int semitones, int expected) {
        assertThat(transposed(fifths, Mode.MINOR, semitones)).isEqualTo(new KeySignature(0, expected, Mode.MINOR));
    }

    @Test
    void everyKey_movesByTheSemitonesItShould() {
        for (Mode mode : Mode.values()) {
            for (int fifths = -7; fifths <= 7; fifths++) {
                int tonic = new KeySignature(0, fifths, mode).tonic();
                for (int semitones = -12; semitones <= 12; semitones++) {
                    assertThat(transposed(fifths, mode, semitones).tonic())
                            .isEqualTo(Math.floorMod(tonic + semitones, 12));
                }
            }
        }
    }
}
