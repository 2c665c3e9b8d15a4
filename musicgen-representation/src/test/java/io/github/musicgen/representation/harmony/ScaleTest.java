package io.github.musicgen.representation.harmony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.melody.KeyHistogram;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Pitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({
        "D dorian, 2, DORIAN",
        "C, 0, MAJOR",
        "c# minor, 1, MINOR",
        "Bb major pentatonic, 10, MAJOR_PENTATONIC",
        "Am, 9, MINOR",
        "F♯ harmonic minor, 6, HARMONIC_MINOR",
        "E♭, 3, MAJOR",
        "b, 11, MAJOR",
        "bb, 10, MAJOR",
        "bbm, 10, MINOR",
        "Cb MAJOR, 11, MAJOR",
        "B# Aeolian, 0, MINOR",
        "F## ionian, 7, MAJOR",
        "A-blues, 9, BLUES",
        "g_melodic_minor, 7, MELODIC_MINOR",
        "'  E   whole   tone ', 4, WHOLE_TONE",
        "C natural minor, 0, MINOR",
        "C pentatonic, 0, MAJOR_PENTATONIC",
    })
    void parse_aName_isTheScale(String text, int tonic, ScaleKind kind) {
        assertThat(Scale.parse(text)).isEqualTo(Scale.of(tonic, kind));
    }

    @ParameterizedTest
    @CsvSource({
        "C major, C D E F G A B",
        "A minor, A B C D E F G",
        "D dorian, D E F G A B C",
        "E phrygian, E F G A B C D",
        "F lydian, F G A B C D E",
        "G mixolydian, G A B C D E F",
        "B locrian, B C D E F G A",
        "A harmonic minor, A B C D E F G#",
        "A melodic minor, A B C D E F# G#",
        "C harmonic major, C D E F G Ab B",
        "E phrygian dominant, E F G# A B C D",
        "F lydian dominant, F G A B C D Eb",
        "B altered, B C D Eb F G A",
        "Eb major pentatonic, Eb F G Bb C",
        "E minor pentatonic, E G A B D",
        "C blues, C Eb F Gb G Bb",
        "C major blues, C D Eb E G A",
        "C# whole tone, C# D# F G A B",
        "C diminished, C D Eb F Gb Ab A B",
        "C half whole, C Db Eb E F# G A Bb",
        "C chromatic, C Db D Eb E F Gb G Ab A Bb B",
    })
    void pitchClasses_areTheTonesOfTheScale(String text, String tones) {
        Scale scale = Scale.parse(text);
        assertThat(scale.pitchClasses()).isEqualTo(Tones.named(tones));
        assertThat(scale.name()).isEqualTo(text).isEqualTo(scale.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "H lydian", "Ddorian", "AM", "C#b", "major", "1", "C/E", "🎵 minor"})
    void parse_whatHasNoTonic_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.parse(text))
                .withMessage("scale must be a tonic and a kind such as \"D dorian\", but was \"" + text + "\"");
    }

    @Test
    void parse_anUnknownKind_isRefusedWithAllThatAreKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.parse("D Durian"))
                .withMessageStartingWith("kind of a scale must be one of major, minor, dorian, ")
                .withMessageEndingWith(", half whole, chromatic, but was \"durian\"");
    }

    @Test
    void parse_aLongText_isQuotedInPart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.parse("x".repeat(1_000_000)))
                .withMessageEndingWith("but was \"" + "x".repeat(40) + "...\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 12})
    void of_whatIsNoPitchClass_isRefused(int tonic) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.of(tonic, ScaleKind.MAJOR))
                .withMessage("tonic must be 0..11, but was " + tonic);
    }

    @Test
    void contains_knowsEveryOctave() {
        Scale scale = Scale.parse("D dorian");
        assertThat(scale.contains(Pitch.parse("F4"))).isTrue();
        assertThat(scale.contains(Pitch.parse("F-1"))).isTrue();
        assertThat(scale.contains(Pitch.parse("F#4"))).isFalse();
        assertThat(scale.contains(Pitch.MAX)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "C major, C",
        "A minor, C",
        "D dorian, C",
        "E phrygian, C",
        "F lydian, C",
        "G mixolydian, C",
        "B locrian, C",
        "Bb minor, Db",
        "F# mixolydian, B",
        "C major pentatonic, C", // as well in F and G major
        "A minor pentatonic, C", // as well in G and F major
        "C blues, Eb", // as well in Ab and Bb major
        "A harmonic minor, C",
        "C chromatic, C",
        "C whole tone, F", // as well in G major, as far away but higher
    })
    void relativeMajor_holdsMostTones(String text, String key) {
        assertThat(1 << Scale.parse(text).relativeMajor()).isEqualTo(Tones.named(key));
    }

    @Test
    void contains_agreesWithTheKeysOfMelodyModels() {
        for (int pitch = Pitch.MIN; pitch <= Pitch.MAX; pitch++) {
            for (int key = 0; key < Pitch.PER_OCTAVE; key++) {
                assertThat(Scale.of(key, ScaleKind.MAJOR).contains(pitch)).isEqualTo(KeyHistogram.contains(key, pitch));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void pitchClasses_ofAnyKind_holdTheTonic(ScaleKind kind) {
        assertThat(kind.intervals() & 1).isEqualTo(1);
        assertThat(kind.intervals()).isBetween(1, (1 << Pitch.PER_OCTAVE) - 1);
    }

    @ParameterizedTest
    @CsvSource({"1, MAJOR, Db", "6, MAJOR, F#", "3, MINOR, Eb", "8, MINOR, G#", "5, LOCRIAN, F", "10, LYDIAN, Bb"})
    void name_spellsTheTonicWithFewAccidentals(int tonic, ScaleKind kind, String name) {
        assertThat(Scale.of(tonic, kind).name()).isEqualTo(name + " " + kind.label());
    }

    @ParameterizedTest
    @CsvSource({
        "C major, 0, MAJOR",
        "F# major, 6, MAJOR", // as few as Gb
        "Db major, -5, MAJOR",
        "Eb minor, -6, MINOR", // as few as D#
        "D dorian, 0, MINOR",
        "E phrygian, 0, MINOR",
        "Eb lydian, -2, MAJOR",
        "A mixolydian, 2, MAJOR",
        "B locrian, 0, MINOR",
        "Eb major pentatonic, -3, MAJOR",
        "E minor pentatonic, 1, MINOR",
    })
    void keySignature_hasTheAccidentalsAndTheThird(String text, int fifths, Mode mode) {
        assertThat(Scale.parse(text).keySignature()).contains(new KeySignature(0, fifths, mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A harmonic minor", "A melodic minor", "C blues", "C chromatic", "B altered"})
    void keySignature_ofWhatHasOtherTones_isNone(String text) {
        assertThat(Scale.parse(text).keySignature()).isEmpty();
    }
}
