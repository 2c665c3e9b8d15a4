package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.testing.MusicArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MeterMapLawsTest {
    private static final long LAST_TICK = 200;

    /** Where bars begin up to a tick, found by walking: bar after bar, each as long as its signature says, cut by the next. */
    private static List<Long> walkedBarStarts(MeterMap map, long lastTick) {
        List<Long> starts = new ArrayList<>();
        List<TimeSignature> signatures = map.timeSignatures();
        for (int i = 0; i < signatures.size(); i++) {
            TimeSignature signature = signatures.get(i);
            long end = i + 1 < signatures.size() ? signatures.get(i + 1).tick() : lastTick + 1;
            // Counted in ticks times the denominator, so that a bar is a whole number.
            long bar = 4L * map.ticksPerQuarter() * signature.numerator();
            for (long at = 0; at < (end - signature.tick()) * signature.denominator(); at += bar) {
                starts.add(signature.tick() + at / signature.denominator());
            }
        }
        return starts;
    }

    @Property(tries = 300)
    void barStart_isThatOfAWalk(@ForAll("maps") MeterMap map) {
        List<Long> walked = walkedBarStarts(map, LAST_TICK);
        assertThat(LongStream.range(0, walked.size()).mapToObj(map::barStart).toList())
                .isEqualTo(walked);
    }

    @Property(tries = 300)
    void barAt_isTheLastBarThatAWalkFindsBegun(@ForAll("maps") MeterMap map, @ForAll("ticks") long tick) {
        List<Long> walked = walkedBarStarts(map, LAST_TICK);
        long begun = walked.stream().filter(start -> start <= tick).count();
        assertThat(map.barAt(tick)).isEqualTo(begun - 1);
        assertThat(map.isBarStart(tick)).isEqualTo(walked.contains(tick));
    }

    @Property(tries = 300)
    void aBar_holdsTheTicksFromItsStartToTheNext(@ForAll("maps") MeterMap map, @ForAll("extremeTicks") long tick) {
        long bar = map.barAt(tick);
        assertThat(map.barStart(bar)).isLessThanOrEqualTo(tick);
        if (bar < map.barAt(Ticks.MAX)) {
            assertThat(map.barStart(bar + 1)).isGreaterThan(tick);
        }
    }

    @Property(tries = 300)
    void of_shuffledSignatures_isTheSameMap(@ForAll("maps") MeterMap map, @ForAll Random random) {
        List<TimeSignature> shuffled = new ArrayList<>(map.timeSignatures());
        Collections.shuffle(shuffled, random);
        assertThat(MeterMap.of(map.ticksPerQuarter(), shuffled)).isEqualTo(map);
    }

    @Provide
    Arbitrary<MeterMap> maps() {
        Arbitrary<Integer> resolutions =
                Arbitraries.oneOf(Arbitraries.integers().between(1, 24), MusicArbitraries.resolutions());
        return resolutions.flatMap(resolution -> MusicArbitraries.meterMaps(resolution, LAST_TICK));
    }

    @Provide
    Arbitrary<Long> ticks() {
        return Arbitraries.longs().between(0, LAST_TICK);
    }

    @Provide
    Arbitrary<Long> extremeTicks() {
        return Arbitraries.longs().between(0, Ticks.MAX);
    }
}
