package io.github.musicgen.representation.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class ScaleLawsTest {
    @Property
    void parse_ofAName_isTheScale(@ForAll @IntRange(max = 11) int tonic, @ForAll ScaleKind kind) {
        Scale scale = Scale.of(tonic, kind);
        assertThat(Scale.parse(scale.name())).isEqualTo(scale);
        assertThat(Scale.parse(scale.name().toLowerCase(Locale.ROOT))).isEqualTo(scale);
        String loud = kind.label().toUpperCase(Locale.ROOT);
        assertThat(Scale.parse(scale.name().replace(kind.label(), loud))).isEqualTo(scale);
    }

    @Property
    void scales_onAHigherTonic_areHigherInAllTheyHave(
            @ForAll @IntRange(max = 11) int tonic,
            @ForAll ScaleKind kind,
            @ForAll @IntRange(max = 11) int semitones,
            @ForAll @IntRange(max = Pitch.MAX - 11) int pitch) {
        Scale scale = Scale.of(tonic, kind);
        Scale higher = Scale.of((tonic + semitones) % Pitch.PER_OCTAVE, kind);
        assertThat(higher.pitchClasses()).isEqualTo(Tones.above(scale.pitchClasses(), semitones));
        assertThat(higher.contains(pitch + semitones)).isEqualTo(scale.contains(pitch));
        assertThat(higher.relativeMajor()).isEqualTo((scale.relativeMajor() + semitones) % Pitch.PER_OCTAVE);
    }

    @Property
    void relativeMajor_isBeatenByNoOther(
            @ForAll @IntRange(max = 11) int tonic, @ForAll ScaleKind kind, @ForAll @IntRange(max = 11) int key) {
        Scale scale = Scale.of(tonic, kind);
        assertThat(held(scale, scale.relativeMajor())).isGreaterThanOrEqualTo(held(scale, key));
        int expected = relative(scale, tonic);
        if (held(scale, expected) == held(scale, scale.relativeMajor())) {
            assertThat(scale.relativeMajor()).isEqualTo(expected);
        }
    }

    /** What musicians call the relative: a minor third above the tonic of what is minor, else the tonic itself. */
    private static int relative(Scale scale, int tonic) {
        boolean minor = scale.contains(tonic + 3) && !scale.contains(tonic + 4);
        return (minor ? tonic + 3 : tonic) % Pitch.PER_OCTAVE;
    }

    private static int held(Scale scale, int key) {
        return Integer.bitCount(
                scale.pitchClasses() & Scale.of(key, ScaleKind.MAJOR).pitchClasses());
    }

    @Property
    void keySignature_hasAllTonesOfTheScale(@ForAll @IntRange(max = 11) int tonic, @ForAll ScaleKind kind) {
        Scale scale = Scale.of(tonic, kind);
        scale.keySignature().ifPresent(signature -> {
            int others = scale.pitchClasses() & ~Scale.of(signature).pitchClasses();
            assertThat(others).isZero();
            assertThat(signature.fifths()).isBetween(-6, 6);
        });
    }

    @Property
    void keySignature_isAScale_ofTheSameName(
            @ForAll @IntRange(min = -5, max = 6) int fifths, @ForAll Mode mode, @ForAll @IntRange(max = 99) int tick) {
        KeySignature signature = new KeySignature(0, fifths == 6 && mode == Mode.MINOR ? -6 : fifths, mode);
        Scale scale = Scale.of(signature.withTick(tick));
        assertThat(scale.name()).isEqualTo(signature.keyName());
        assertThat(scale.keySignature()).contains(signature);
    }

    @Property
    void parse_ofAnyText_isAScaleOrRefused(@ForAll String text) {
        parse(text);
    }

    @Property
    void parse_ofWhatIsAlmostAName_isAScaleOrRefused(
            @ForAll @Chars({'A', 'b', 'G', '#', '♭', 'm', ' ', '-', 'o', 'j', 'a', 'r'}) @StringLength(max = 9)
                    String text) {
        parse(text);
    }

    private static void parse(String text) {
        try {
            Scale scale = Scale.parse(text);
            assertThat(Scale.parse(scale.name())).isEqualTo(scale);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("but was \"").isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }
}
