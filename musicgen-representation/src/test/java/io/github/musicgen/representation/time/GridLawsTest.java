package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.testing.MusicArbitraries;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Both grids against exact arithmetic, at ordinary and at extreme places. */
class GridLawsTest {
    private static final BigInteger TWO = BigInteger.TWO;

    /** floor(dividend / divisor + 1/2). */
    private static BigInteger nearest(BigInteger dividend, BigInteger divisor) {
        return dividend.multiply(TWO).add(divisor).divide(divisor.multiply(TWO));
    }

    private static BigInteger exactStep(Grid grid, TempoMap map, long tick) {
        if (grid instanceof Grid.PerQuarter perQuarter) {
            return nearest(big(tick).multiply(big(perQuarter.steps())), big(map.ticksPerQuarter()));
        }
        BigInteger perSecond = big(1_000_000).multiply(big(map.ticksPerQuarter()));
        return nearest(
                TempoMapLawsTest.exactUnits(map, tick).multiply(big(((Grid.PerSecond) grid).steps())), perSecond);
    }

    /** The time of a tick minus that of a step, in units common to both. */
    private static BigInteger tickMinusStep(Grid grid, TempoMap map, long tick, int step) {
        if (grid instanceof Grid.PerQuarter perQuarter) {
            return big(tick)
                    .multiply(big(perQuarter.steps()))
                    .subtract(big(step).multiply(big(map.ticksPerQuarter())));
        }
        BigInteger perSecond = big(1_000_000).multiply(big(map.ticksPerQuarter()));
        return TempoMapLawsTest.exactUnits(map, tick)
                .multiply(big(((Grid.PerSecond) grid).steps()))
                .subtract(big(step).multiply(perSecond));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    @Property
    void stepAt_isTheNearestStepHalvesUp(
            @ForAll("extremeGrids") Grid grid, @ForAll("extremeMaps") TempoMap map, @ForAll("extremeTicks") long tick) {
        BigInteger expected = exactStep(grid, map, tick);
        if (expected.bitLength() > 31) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> grid.stepAt(tick, map))
                    .withMessageEndingWith("but was " + expected);
        } else {
            assertThat(grid.stepAt(tick, map)).isEqualTo(expected.intValueExact());
        }
    }

    @Property
    void stepAt_halfwayBetweenSteps_goesUp(
            @ForAll("resolutions") int half, @ForAll("temposOfOneMap") int microseconds, @ForAll("oddTicks") long odd) {
        // Steps of two ticks, per quarter and per second alike.
        TempoMap perQuarter = TempoMap.of(2 * Math.min(half, 16_000), List.of(new Tempo(0, microseconds)));
        assertThat(Grid.perQuarter(Math.min(half, 16_000)).stepAt(odd, perQuarter))
                .isEqualTo((int) ((odd + 1) / 2));
        TempoMap halfSeconds = TempoMap.of(1, List.of(new Tempo(0, 500_000)));
        assertThat(Grid.perSecond(1).stepAt(odd, halfSeconds)).isEqualTo((int) ((odd + 1) / 2));
    }

    @Property
    void tickAt_hasNoNearerNeighbor_andHalvesGoUp(
            @ForAll("extremeGrids") Grid grid, @ForAll("extremeMaps") TempoMap map, @ForAll("steps") int step) {
        long tick;
        try {
            tick = grid.tickAt(step, map);
        } catch (IllegalArgumentException beyond) {
            assertThat(tickMinusStep(grid, map, Ticks.MAX, step)).isNegative();
            return;
        }
        BigInteger here = tickMinusStep(grid, map, tick, step);
        if (tick > 0) {
            BigInteger before = tickMinusStep(grid, map, tick - 1, step);
            assertThat(here.abs()).isLessThanOrEqualTo(before.abs());
        }
        if (tick < Ticks.MAX) {
            BigInteger after = tickMinusStep(grid, map, tick + 1, step);
            assertThat(here.abs()).isLessThan(after.abs());
        }
    }

    @Property
    void resolutionFor_aGrid_givesEveryStepATickOfItsOwn(
            @ForAll("grids") Grid grid, @ForAll("musicalMaps") TempoMap map, @ForAll("someSteps") int step) {
        TempoMap fine = map.withResolution(grid.resolutionFor(map));
        assertThat(fine.ticksPerQuarter() % map.ticksPerQuarter()).isZero();
        assertThat(grid.stepAt(grid.tickAt(step, fine), fine)).isEqualTo(step);
    }

    @Property
    void resolutionFor_aGridPerQuarter_isExactWhereAMultipleIs(
            @ForAll("usualSteps") int steps,
            @ForAll("resolutionsUpToAThousand") int resolution,
            @ForAll("someSteps") int step) {
        TempoMap fine =
                TempoMap.constant(Grid.perQuarter(steps).resolutionFor(TempoMap.constant(resolution, 120)), 120);
        assertThat(Grid.perQuarter(steps).tickAt(step, fine) * steps).isEqualTo((long) step * fine.ticksPerQuarter());
    }

    @Provide
    Arbitrary<Integer> resolutions() {
        return MusicArbitraries.resolutions();
    }

    @Provide
    Arbitrary<Integer> temposOfOneMap() {
        return Arbitraries.integers().between(1, Tempo.MAX_MICROSECONDS_PER_QUARTER);
    }

    @Provide
    Arbitrary<Integer> resolutionsUpToAThousand() {
        return Arbitraries.integers().between(1, 1000);
    }

    @Provide
    Arbitrary<Integer> usualSteps() {
        return Arbitraries.integers().between(1, 32);
    }

    @Provide
    Arbitrary<Grid> grids() {
        return MusicArbitraries.grids();
    }

    @Provide
    Arbitrary<Grid> extremeGrids() {
        Arbitrary<Integer> steps = Arbitraries.integers().between(1, Grid.MAX_STEPS);
        return Arbitraries.oneOf(MusicArbitraries.grids(), steps.map(Grid::perQuarter), steps.map(Grid::perSecond));
    }

    @Provide
    Arbitrary<TempoMap> musicalMaps() {
        Arbitrary<Tempo> tempos = Combinators.combine(
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.integers().between(100_000, 3_000_000))
                .as(Tempo::new);
        return Combinators.combine(resolutions(), tempos.list().ofMaxSize(5)).as(TempoMap::of);
    }

    @Provide
    Arbitrary<TempoMap> extremeMaps() {
        Arbitrary<Tempo> tempos =
                Combinators.combine(extremeTicks(), temposOfOneMap()).as(Tempo::new);
        return Combinators.combine(resolutions(), tempos.list().ofMaxSize(5)).as(TempoMap::of);
    }

    @Provide
    Arbitrary<Long> extremeTicks() {
        return Arbitraries.longs().between(0, Ticks.MAX);
    }

    @Provide
    Arbitrary<Long> oddTicks() {
        return Arbitraries.longs().between(0, 1L << 30).map(half -> 2 * half + 1);
    }

    @Provide
    Arbitrary<Integer> steps() {
        return Arbitraries.integers().between(0, Integer.MAX_VALUE);
    }

    @Provide
    Arbitrary<Integer> someSteps() {
        return Arbitraries.integers().between(0, 100_000);
    }
}
