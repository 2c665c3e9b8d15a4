package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempoTest {
    @ParameterizedTest
    @ValueSource(ints = {0, -1, 0x100_0000})
    void tempo_outOfThreeBytes_isRefused(int microseconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tempo(0, microseconds))
                .withMessage("tempo must be 1..16777215 microseconds per quarter, but was " + microseconds);
    }

    @Test
    void tempo_beforeTheStart_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tempo(-1, 500_000))
                .withMessage("tempo tick must be 0..274877906944 ticks, but was -1");
    }

    @Test
    void ofQuartersPerMinute_roundsToMicroseconds() {
        assertThat(Tempo.ofQuartersPerMinute(7, 120)).isEqualTo(new Tempo(7, 500_000));
        assertThat(Tempo.ofQuartersPerMinute(0, 140)).isEqualTo(new Tempo(0, 428_571));
        assertThat(Tempo.ofQuartersPerMinute(0, 70)).isEqualTo(new Tempo(0, 857_143));
        assertThat(Tempo.ofQuartersPerMinute(0, 60e6)).isEqualTo(new Tempo(0, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -120, 3.5, 1.3e8, Double.NaN, Double.POSITIVE_INFINITY})
    void ofQuartersPerMinute_outOfBounds_namesTheValue(double quartersPerMinute) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tempo.ofQuartersPerMinute(0, quartersPerMinute))
                .withMessageStartingWith("quarters per minute must be 3.57627")
                .withMessageEndingWith("..6.0E7, but was " + quartersPerMinute);
    }

    @Test
    void quartersPerMinute_isTheUsualUnit() {
        assertThat(new Tempo(0, 500_000).quartersPerMinute()).isEqualTo(120);
        assertThat(new Tempo(0, 428_571).quartersPerMinute()).isCloseTo(140, within(1e-3));
    }

    @Test
    void withTick_movesNothingElse() {
        assertThat(new Tempo(3, 400_000).withTick(9)).isEqualTo(new Tempo(9, 400_000));
    }
}
