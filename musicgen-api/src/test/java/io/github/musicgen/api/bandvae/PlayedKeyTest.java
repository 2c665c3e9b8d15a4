package io.github.musicgen.api.bandvae;

import static io.github.musicgen.api.testing.TinyBands.TINY;
import static io.github.musicgen.api.testing.TinyBands.TINY_IN_C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bandvae.BandKey.Source;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlayedKeyTest {
    private static final int ALL = 0xFFF;
    private static final int C_MAJOR = 0b1010_1011_0101;

    @ParameterizedTest
    @CsvSource({"C, 0", "A minor, 0", "D dorian, 0", "D, -2", "F#, -6", "G, 5", "B, 1", "C minor, -3", "F# minor, 3"})
    void of_movesToHome_theShorterWay(String scale, int semitones) {
        PlayedKey key = PlayedKey.of(BandKey.wished(Scale.parse(scale)), TINY_IN_C);
        assertThat(key.toHome()).isEqualTo(semitones);
        assertThat(key.tones()).isEqualTo(C_MAJOR);
    }

    @Test
    void of_aBandOfAllKeys_movesNothing() {
        Scale scale = Scale.parse("D");
        assertThat(PlayedKey.of(BandKey.wished(scale), TINY)).isEqualTo(new PlayedKey(0, scale.pitchClasses()));
        assertThat(PlayedKey.of(new BandKey(scale, Source.NOTES), TINY)).isEqualTo(PlayedKey.HOME);
        assertThat(PlayedKey.heardIn(rolls(62, 66, 69), TINY)).isEqualTo(PlayedKey.HOME);
    }

    @Test
    void heardIn_isTheKeyOfWhatIsHeard_andHomeIfThereIsNone() {
        assertThat(PlayedKey.heardIn(rolls(62, 66, 69, 62, 67), TINY_IN_C)).isEqualTo(new PlayedKey(-2, ALL));
        assertThat(PlayedKey.heardIn(rolls(), TINY_IN_C)).isEqualTo(PlayedKey.HOME);
    }

    @ParameterizedTest
    @EnumSource(names = "WISH", mode = EnumSource.Mode.EXCLUDE)
    void of_aKeyThatNobodyWishes_allowsAllTones(Source source) {
        BandKey key = new BandKey(Scale.parse("E minor"), source);
        assertThat(PlayedKey.of(key, TINY_IN_C)).isEqualTo(new PlayedKey(5, ALL));
    }

    @Test
    void allows_theTonesOfTheKey_andAllDrums() {
        PlayedKey key = PlayedKey.of(BandKey.wished(Scale.parse("C")), TINY);
        BandInstrument piano = TINY.instruments().get(0); // from C on
        BandInstrument drums = TINY.instruments().get(2);
        assertThat(IntStream.range(0, 12).filter(column -> key.allows(piano, column)))
                .containsExactly(0, 2, 4, 5, 7, 9, 11);
        assertThat(IntStream.range(0, drums.columns())).allMatch(column -> key.allows(drums, column));
    }

    @Test
    void keys_thatCannotBe_areRefused() {
        assertThatThrownBy(() -> new PlayedKey(6, ALL)).hasMessage("semitones must be -6..5, but were 6");
        assertThatThrownBy(() -> new PlayedKey(0, 0)).hasMessageContaining("but were the bits 0");
        assertThatThrownBy(() -> new PlayedKey(0, 1 << 12)).hasMessageContaining("but were the bits 1000000000000");
    }

    private static BandRolls rolls(int... pitches) {
        return BandRolls.of(music(pitches), TINY_IN_C);
    }

    private static NoteSequence music(int... pitches) {
        Part.Builder part = Part.builder("x");
        for (int i = 0; i < pitches.length; i++) {
            part.note(pitches[i], 80, i, i + 1);
        }
        return NoteSequence.builder(4).part(part.build()).endTick(16).build();
    }
}
