package io.github.musicgen.api.bandvae;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bandvae.BandKey.Source;
import io.github.musicgen.representation.harmony.KeyFinder;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandKeyTest {
    private static final int F_SHARP = 6;
    private static final double[] NOTHING = new double[Pitch.PER_OCTAVE];

    /** As much as there are letters: {@code "CCG"} is two steps of C and one of G. */
    private static double[] sounding(String tones) {
        double[] sounding = new double[Pitch.PER_OCTAVE];
        tones.chars().forEach(tone -> sounding[Pitch.parse((char) tone + "4") % Pitch.PER_OCTAVE]++);
        return sounding;
    }

    private static Optional<KeySignature> signature(int fifths, Mode mode) {
        return Optional.of(new KeySignature(0, fifths, mode));
    }

    @Test
    void of_musicWithoutASignature_isTheKeyOfItsNotes() {
        assertThat(BandKey.of(Optional.empty(), sounding("DDDDEFFGAAABC")))
                .isEqualTo(new BandKey(Scale.parse("D minor"), Source.NOTES));
    }

    @ParameterizedTest
    @CsvSource({
        "1, MAJOR, G major",
        "0, MINOR, A minor",
        "-3, MINOR, C minor",
        "7, MAJOR, Db major",
        "-6, MAJOR, F# major"
    })
    void of_aSignature_isItsKey_whateverSounds(int fifths, Mode mode, String key) {
        BandKey expected = new BandKey(Scale.parse(key), Source.SIGNATURE);
        assertThat(BandKey.of(signature(fifths, mode), sounding("DDDDEFFGAAABC")))
                .isEqualTo(expected);
        assertThat(BandKey.of(signature(fifths, mode), NOTHING)).isEqualTo(expected);
    }

    /** It is what MIDI files say for want of a signature. */
    @Test
    void of_aSignatureOfC_isBelieved_unlessMoreIsInTheKeyOfTheNotes() {
        Optional<KeySignature> written = signature(0, Mode.MAJOR);
        BandKey believed = new BandKey(Scale.parse("C"), Source.SIGNATURE);
        double[] inG = sounding("GGGGBBDDDCA"); // without the one tone that tells G from C
        assertThat(KeyFinder.find(inG)).contains(Scale.parse("G"));
        assertThat(BandKey.of(written, inG)).isEqualTo(believed);
        assertThat(BandKey.of(written, NOTHING)).isEqualTo(believed);
        inG[F_SHARP] = 0.5;
        assertThat(BandKey.of(written, inG)).isEqualTo(new BandKey(Scale.parse("G"), Source.NOTES));
        assertThat(BandKey.of(written.map(signature -> signature.withTick(1)), inG))
                .isEqualTo(believed);
    }

    @Test
    void of_musicInWhichNothingTellsAKey_isHome() {
        assertThat(BandKey.of(Optional.empty(), NOTHING)).isEqualTo(new BandKey(Scale.parse("C"), Source.HOME));
    }

    /** Of C major the signature would not be told from none. */
    @Test
    void drawn_isAnyMajorKey_andAMinorInPlaceOfC() {
        Set<Scale> drawn = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            BandKey key = BandKey.drawn(seed);
            drawn.add(key.scale());
            assertThat(key)
                    .isEqualTo(BandKey.drawn(seed))
                    .extracting(BandKey::source)
                    .isEqualTo(Source.SEED);
        }
        assertThat(drawn)
                .extracting(Scale::relativeMajor)
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(drawn).filteredOn(scale -> scale.kind() != ScaleKind.MAJOR).containsExactly(Scale.parse("A minor"));
    }
}
