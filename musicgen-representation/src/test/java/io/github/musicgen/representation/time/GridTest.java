package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
    /** A tick lasts a hundredth of a second. */
    private static final TempoMap HUNDREDTHS = TempoMap.constant(100, 60);

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_048_577})
    void steps_outOfBounds_areRefused(int steps) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.perQuarter(steps))
                .withMessage("steps per quarter must be 1..1048576, but was " + steps);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.perSecond(steps))
                .withMessage("steps per second must be 1..1048576, but was " + steps);
    }

    /** The quantising rule of note-seq: a step begins half a step before its time. */
    @ParameterizedTest
    @CsvSource({"0,0", "12,0", "13,1", "37,1", "38,2", "50,2", "400,16", "475,19"})
    void stepAt_atFourStepsPerQuarter_isTheNearestHalvesUp(long tick, int step) {
        assertThat(Grid.perQuarter(4).stepAt(tick, HUNDREDTHS)).isEqualTo(step);
        assertThat(Grid.perSecond(4).stepAt(tick, HUNDREDTHS)).isEqualTo(step);
    }

    @Test
    void stepAt_perQuarter_knowsNoTempo() {
        TempoMap fast = TempoMap.of(100, List.of(new Tempo(50, 1)));
        assertThat(Grid.perQuarter(3).stepAt(150, fast)).isEqualTo(5);
    }

    @Test
    void stepAt_perSecond_followsAllTempos() {
        TempoMap twice = TempoMap.of(100, List.of(new Tempo(0, 1_000_000), new Tempo(100, 500_000)));
        assertThat(Grid.perSecond(10).stepAt(200, twice)).isEqualTo(15);
        assertThat(Grid.perSecond(10).tickAt(15, twice)).isEqualTo(200);
    }

    @Test
    void stepAt_beyondTheLastInt_isRefused() {
        TempoMap coarse = TempoMap.constant(1, 60);
        assertThat(Grid.perQuarter(1).stepAt(Integer.MAX_VALUE, coarse)).isEqualTo(Integer.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.perQuarter(1).stepAt(1L << 31, coarse))
                .withMessage("step at tick 2147483648 must be 0..2147483647, but was 2147483648");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.perSecond(1 << 20).stepAt(Ticks.MAX, coarse))
                .withMessage("step at tick 274877906944 must be 0..2147483647, but was 288230376151711744");
    }

    @Test
    void tickAt_ofANegativeStep_isRefused() {
        for (Grid grid : List.of(Grid.perQuarter(4), Grid.perSecond(4))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> grid.tickAt(-1, HUNDREDTHS))
                    .withMessage("step must be 0 or more, but was -1");
        }
    }

    @Test
    void tickAt_beyondTheLastTick_isRefused() {
        TempoMap fine = TempoMap.of(32_767, List.of(new Tempo(0, 1)));
        for (Grid grid : List.of(Grid.perQuarter(1), Grid.perSecond(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> grid.tickAt(Integer.MAX_VALUE, fine))
                    .withMessage("step 2147483647 lies beyond the last tick, 274877906944");
        }
    }

    /** Rounded first to 3 microseconds, and then to a tick, this step would come to lie at tick 2. */
    @Test
    void tickAt_perSecond_roundsOnce() {
        TempoMap twoMicroseconds = TempoMap.of(1, List.of(new Tempo(0, 2)));
        Grid grid = Grid.perSecond(365_000);
        assertThat(1e6 / 365_000).isBetween(2.5, 3.0);
        assertThat(grid.tickAt(1, twoMicroseconds)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "480, 4, 480",
        "480, 3, 480",
        "480, 12, 480",
        "480, 7, 3360",
        "100, 3, 300",
        "1, 24, 24",
        "96, 1000, 12000",
        // No common multiple within the bound: the largest multiple.
        "480, 4801, 32640",
        "20000, 3, 20000",
        "1, 1048576, 32767"
    })
    void resolutionFor_stepsPerQuarter_isTheLeastCommonMultiple(int present, int steps, int expected) {
        assertThat(Grid.perQuarter(steps).resolutionFor(TempoMap.constant(present, 120)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // A step of a hundredth of a second is longer than a tick from 51 ticks per half second on.
        "480, 120, 100, 480",
        "51, 120, 100, 51",
        "50, 120, 100, 100",
        "24, 120, 100, 72",
        "24, 30, 100, 216",
        "24, 120, 1048576, 32760"
    })
    void resolutionFor_stepsPerSecond_makesTicksShorterThanSteps(
            int present, double quartersPerMinute, int steps, int expected) {
        assertThat(Grid.perSecond(steps).resolutionFor(TempoMap.constant(present, quartersPerMinute)))
                .isEqualTo(expected);
    }
}
