package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.representation.testing.MusicArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TempoMapLawsTest {
    /** The exact time of a tick in microseconds times the resolution, by adding up tempo by tempo. */
    static BigInteger exactUnits(TempoMap map, long tick) {
        BigInteger sum = BigInteger.ZERO;
        List<Tempo> tempos = map.tempos();
        for (int i = 0; i < tempos.size(); i++) {
            long end = i + 1 < tempos.size() ? Math.min(tick, tempos.get(i + 1).tick()) : tick;
            long length = Math.max(0, end - tempos.get(i).tick());
            sum = sum.add(BigInteger.valueOf(length)
                    .multiply(BigInteger.valueOf(tempos.get(i).microsecondsPerQuarter())));
        }
        return sum;
    }

    @Property
    void secondsAt_isTheExactTimeUpToTwoRoundings(
            @ForAll("extremeMaps") TempoMap map, @ForAll("extremeTicks") long tick) {
        BigDecimal exact = new BigDecimal(exactUnits(map, tick))
                .divide(BigDecimal.valueOf(1_000_000L * map.ticksPerQuarter()), MathContext.DECIMAL128);
        assertThat(map.secondsAt(tick)).isCloseTo(exact.doubleValue(), within(2 * Math.ulp(exact.doubleValue())));
    }

    @Property
    void secondsAt_isCloseToANaiveSumOfDoubles(@ForAll("musicalMaps") TempoMap map, @ForAll("musicalTicks") long tick) {
        double seconds = 0;
        for (long t = 0; t < tick; t++) {
            seconds += map.tempoAt(t).microsecondsPerQuarter() / 1e6 / map.ticksPerQuarter();
        }
        assertThat(map.secondsAt(tick)).isCloseTo(seconds, within(1e-9 * (1 + seconds)));
    }

    @Property
    void tickAt_invertsSecondsAt_forQuartersFromFourMillisecondsOn(
            @ForAll("extremeMaps") TempoMap map, @ForAll("extremeTicks") long tick) {
        List<Tempo> slowEnough = map.tempos().stream()
                .map(tempo -> new Tempo(tempo.tick(), Math.max(4000, tempo.microsecondsPerQuarter())))
                .toList();
        TempoMap slower = TempoMap.of(map.ticksPerQuarter(), slowEnough);
        assertThat(slower.tickAt(slower.secondsAt(tick))).isEqualTo(tick);
    }

    @Property
    void tickAt_invertsSecondsAt_atOneTempoHoweverFast(
            @ForAll("resolutions") int resolution,
            @ForAll("extremeTempos") Tempo tempo,
            @ForAll("extremeTicks") long tick) {
        TempoMap map = TempoMap.of(resolution, List.of(tempo.withTick(0)));
        assertThat(map.tickAt(map.secondsAt(tick))).isEqualTo(tick);
    }

    @Property
    void of_shuffledTempos_isTheSameMap(@ForAll("musicalMaps") TempoMap map, @ForAll Random random) {
        List<Tempo> shuffled = new ArrayList<>(map.tempos());
        Collections.shuffle(shuffled, random);
        assertThat(TempoMap.of(map.ticksPerQuarter(), shuffled)).isEqualTo(map);
    }

    @Property
    void tempoAt_isThatOfALinearSearch(@ForAll("extremeMaps") TempoMap map, @ForAll("extremeTicks") long tick) {
        Tempo expected = map.tempos().get(0);
        for (Tempo tempo : map.tempos()) {
            expected = tempo.tick() <= tick ? tempo : expected;
        }
        assertThat(map.tempoAt(tick)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Integer> resolutions() {
        return MusicArbitraries.resolutions();
    }

    @Provide
    Arbitrary<Tempo> extremeTempos() {
        return Combinators.combine(
                        extremeTicks(), Arbitraries.integers().between(1, Tempo.MAX_MICROSECONDS_PER_QUARTER))
                .as(Tempo::new);
    }

    @Provide
    Arbitrary<Long> extremeTicks() {
        return Arbitraries.longs().between(0, Ticks.MAX);
    }

    @Provide
    Arbitrary<TempoMap> extremeMaps() {
        return Combinators.combine(resolutions(), extremeTempos().list().ofMaxSize(5))
                .as(TempoMap::of);
    }

    @Provide
    Arbitrary<Long> musicalTicks() {
        return Arbitraries.longs().between(0, 3000);
    }

    @Provide
    Arbitrary<TempoMap> musicalMaps() {
        return resolutions().flatMap(resolution -> MusicArbitraries.tempoMaps(resolution, 3000));
    }
}
