package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MelodyAttributeTest {
    private static Melody bar(int... events) {
        int[] all = new int[16];
        Arrays.fill(all, Melody.NO_EVENT);
        System.arraycopy(events, 0, all, 0, events.length);
        return Melody.of(all);
    }

    @Test
    void density_andPitch_areMeans() {
        Melody melody = bar(60, -2, 64, -1, 65);
        assertThat(MelodyAttribute.DENSITY.of(melody)).isEqualTo(3 / 16.0);
        assertThat(MelodyAttribute.PITCH.of(melody)).isEqualTo(63);
    }

    /** Counted by hand: the places 0 8 4 2 1 of a bar of 16 have the strengths 4 3 2 1 0. */
    @Test
    void syncopation_isHowMuchStrongerPlacesAreHeldOver() {
        assertThat(MelodyAttribute.SYNCOPATION.of(bar(60, -2, -2, -2, 62, -2, -2, -2, 64)))
                .isZero();
        assertThat(MelodyAttribute.SYNCOPATION.of(bar(-2, 60, -2, -2, 62))).isEqualTo(0.5 + 1.0 / 2);
        assertThat(MelodyAttribute.SYNCOPATION.of(bar(-2, -2, -2, -2, -2, -2, 60, -2, -2, -1)))
                .isEqualTo(2);
        assertThat(MelodyAttribute.SYNCOPATION.of(bar(-2, -2, -2, -2, -2, -2, 60, -1, -2, -2)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11})
    void major_isMoreInMajor_inAnyKey(int shift) {
        Melody major = Melody.of(60, 64, 67, 72, 60, 62, 64, 65, 67, 60).transpose(shift);
        Melody minor = Melody.of(60, 63, 67, 72, 60, 62, 63, 65, 67, 60).transpose(shift);
        assertThat(MelodyAttribute.MAJOR.of(major)).isPositive();
        assertThat(MelodyAttribute.MAJOR.of(minor)).isNegative();
        assertThat(MelodyAttribute.MAJOR.of(major))
                .isCloseTo(MelodyAttribute.MAJOR.of(major.transpose(3)), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void anything_ofSilence_isRefused(MelodyAttribute attribute) {
        assertThatThrownBy(() -> attribute.of(bar()))
                .hasMessage("a melody must have a note to be measured, but had none");
    }
}
