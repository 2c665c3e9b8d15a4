package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.testing.MusicArbitraries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1L << 38})
    void require_withinBounds_returnsTheTick(long tick) {
        assertThat(Ticks.require("tick", tick)).isEqualTo(tick);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, (1L << 38) + 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void require_outOfBounds_namesValueAndBound(long tick) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ticks.require("end of a note", tick))
                .withMessage("end of a note must be 0..274877906944 ticks, but was " + tick);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -480, 32_768})
    void requireResolution_outOfBounds_namesValueAndBound(int resolution) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ticks.requireResolution(resolution))
                .withMessage("ticks per quarter must be 1..32767, but was " + resolution);
    }

    @ParameterizedTest
    @CsvSource({"1,2,1,1", "1,4,1,0", "3,4,1,1", "1,3,1,0", "2,3,1,1", "7,480,96,1", "5,96,480,25"})
    void rescale_roundsHalvesUp(long tick, int from, int to, long expected) {
        assertThat(Ticks.rescale(tick, from, to)).isEqualTo(expected);
    }

    @Test
    void rescale_beyondTheLastTick_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ticks.rescale(Ticks.MAX, 1, 2))
                .withMessage("tick at the new resolution must be 0..274877906944 ticks, but was 549755813888");
    }

    @Test
    void rescale_ofANegativeTick_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ticks.rescale(-1, 96, 480))
                .withMessageContaining("but was -1");
    }

    @Property
    void rescale_isTheNearestTickHalvesUp(
            @ForAll @LongRange(max = 1L << 23) long tick,
            @ForAll("resolutions") int from,
            @ForAll("resolutions") int to) {
        BigDecimal twice =
                BigDecimal.valueOf(2).multiply(BigDecimal.valueOf(tick)).multiply(BigDecimal.valueOf(to));
        long expected = twice.add(BigDecimal.valueOf(from))
                .divide(BigDecimal.valueOf(2L * from), 0, RoundingMode.FLOOR)
                .longValueExact();
        assertThat(Ticks.rescale(tick, from, to)).isEqualTo(expected);
    }

    @Property
    void rescale_toAFinerResolutionAndBack_isTheSameTick(
            @ForAll @LongRange(max = 1L << 23) long tick,
            @ForAll("resolutions") int one,
            @ForAll("resolutions") int other) {
        int coarse = Math.min(one, other);
        int fine = Math.max(one, other);
        assertThat(Ticks.rescale(Ticks.rescale(tick, coarse, fine), fine, coarse))
                .isEqualTo(tick);
    }

    @Provide
    Arbitrary<Integer> resolutions() {
        return MusicArbitraries.resolutions();
    }
}
