package io.github.musicgen.models.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final Melody TUNE = Melody.of(60, -2, 62, -2, -1, -2);

    @Test
    void apply_givesTheMelodyItself_thenEachStretchInEachKey() {
        Augmentation augmentation = new Augmentation(List.of(-1, 0, 2), List.of(new TimeStretch(1, 2)), 0, 128);

        assertThat(augmentation.apply(TUNE))
                .containsExactly(
                        TUNE,
                        Melody.of(60, 62, -1),
                        Melody.of(59, -2, 61, -2, -1, -2),
                        Melody.of(59, 61, -1),
                        Melody.of(62, -2, 64, -2, -1, -2),
                        Melody.of(62, 64, -1));
    }

    @Test
    void apply_leavesOutWhatWouldLeaveTheRange() {
        Augmentation augmentation = new Augmentation(List.of(-1, 1, 2), List.of(), 60, 64);

        assertThat(augmentation.apply(TUNE)).containsExactly(TUNE, TUNE.transpose(1));
    }

    @Test
    void none_addsNothing() {
        assertThat(Augmentation.none().apply(TUNE)).containsExactly(TUNE);
    }

    @Test
    void stretch_thatWouldFallBetweenSteps_makesNoMelody() {
        assertThat(new TimeStretch(1, 2).apply(Melody.of(60, 62))).isEmpty();
        assertThat(new TimeStretch(1, 2).apply(Melody.of(60, -2, 62))).isEmpty();
        assertThat(new TimeStretch(3, 2).apply(Melody.of(60, -2, 62, -2))).hasValue(Melody.of(60, -2, -2, 62, -2, -2));
    }

    @Test
    void stretch_beyondTheLongestMelody_makesNone() {
        assertThat(new TimeStretch(16, 1).apply(TUNE.withLength(Melody.MAX_LENGTH / 8)))
                .isEmpty();
    }

    @Property
    void stretch_andBack_isTheMelody(@ForAll long seed, @ForAll @IntRange(min = 1, max = 16) int times) {
        Melody melody = Tunes.melody(seed, 2);

        assertThat(new TimeStretch(times, 1).apply(melody).flatMap(new TimeStretch(1, times)::apply))
                .hasValue(melody);
    }

    @Test
    void badNumbers_areRefused() {
        assertThatThrownBy(() -> new TimeStretch(0, 1)).hasMessageContaining("0 over 1");
        assertThatThrownBy(() -> new Augmentation(List.of(), List.of(), 60, 60)).hasMessageContaining("60..60");
    }
}
