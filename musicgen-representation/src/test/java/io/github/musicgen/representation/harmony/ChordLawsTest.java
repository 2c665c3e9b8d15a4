package io.github.musicgen.representation.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ChordLawsTest {
    private static final List<String> PIECES = List.of(
            "C", "F#", "Bb", "m", "maj", "M", "7", "9", "11", "13", "6", "/", "(", ")", ",", "b", "#", "+", "-", "5",
            "sus", "2", "4", "add", "no", "dim", "aug", "o", "ø", "Δ", "alt", "ped", "N", ".", " ", "15", "♭");

    @Provide
    Arbitrary<String> chords() {
        Arbitrary<String> notes =
                Arbitraries.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B", "E#", "Cb");
        Arbitrary<String> kinds = Arbitraries.of(
                "", "m", "mi7", "Ma7", "dim", "+", "7", "maj7", "m7", "m(maj7)", "dim7", "/o7", "6", "6/9", "9", "m9",
                "maj9", "11", "13");
        Arbitrary<String> more = Arbitraries.of("", "(b9)", "(#11)", "(add9)", "(no3)", "sus4", "(no5)(b13)");
        Arbitrary<String> basses = notes.map(note -> "/" + note).injectNull(0.5).map(bass -> bass == null ? "" : bass);
        return Combinators.combine(notes, kinds, more, basses)
                .as((root, kind, modifications, bass) -> root + kind + modifications + bass);
    }

    @Provide
    Arbitrary<String> almostChords() {
        return Arbitraries.of(PIECES).list().ofMaxSize(7).map(pieces -> String.join("", pieces));
    }

    @Property
    void chordsOfTransposedMusic_areTransposed(
            @ForAll("chords") String text, @ForAll @IntRange(max = 11) int semitones) {
        Chord chord = Chord.parse(text);
        NoteSequence music =
                NoteSequence.builder(480).chordSymbol(0, text).endTick(480).build();
        Chord higher =
                Chord.parse(music.transpose(semitones).chordSymbols().get(0).text());
        assertThat(higher.pitchClasses()).isEqualTo(Tones.above(chord.pitchClasses(), semitones));
        assertThat(higher.root()).isEqualTo((chord.root() + semitones) % Pitch.PER_OCTAVE);
        assertThat(higher.bass()).isEqualTo((chord.bass() + semitones) % Pitch.PER_OCTAVE);
        assertThat(higher.quality()).isEqualTo(chord.quality());
    }

    @Property
    void parse_ofItsText_isTheChord(@ForAll("chords") String text) {
        assertThat(Chord.parse(Chord.parse(text).text())).isEqualTo(Chord.parse(text));
    }

    @Property
    void parse_ofAnyText_isAChordOrRefused(@ForAll String text) {
        parse(text);
    }

    @Property(tries = 5_000)
    void parse_ofWhatIsAlmostAChord_isAChordOrRefused(@ForAll("almostChords") String text) {
        parse(text);
    }

    private static void parse(String text) {
        try {
            Chord chord = Chord.parse(text);
            assertThat(chord.pitchClasses()).isBetween(0, (1 << Pitch.PER_OCTAVE) - 1);
            assertThat(chord.isNone()).isEqualTo(chord.pitchClasses() == 0);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("but was \"").isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }
}
