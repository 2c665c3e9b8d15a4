package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TempoMapTest {
    private static final TempoMap TWO_TEMPOS =
            TempoMap.of(480, List.of(new Tempo(0, 500_000), new Tempo(960, 250_000)));

    @Test
    void of_nothing_isTheTempoOfMidi() {
        assertThat(TempoMap.of(480, List.of()).tempos()).containsExactly(new Tempo(0, 500_000));
    }

    @Test
    void of_aLateTempo_runsAtTheDefaultBefore() {
        assertThat(TempoMap.of(480, List.of(new Tempo(5, 1))).tempos())
                .containsExactly(new Tempo(0, 500_000), new Tempo(5, 1));
    }

    @Test
    void of_temposInAnyOrder_sortsThemAndKeepsTheLastOfSeveralAtOneTick() {
        TempoMap map = TempoMap.of(
                480, List.of(new Tempo(9, 1), new Tempo(0, 2), new Tempo(9, 3), new Tempo(4, 4), new Tempo(0, 5)));
        assertThat(map.tempos()).containsExactly(new Tempo(0, 5), new Tempo(4, 4), new Tempo(9, 3));
    }

    @Test
    void of_aBadResolution_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TempoMap.of(0, List.of()))
                .withMessage("ticks per quarter must be 1..32767, but was 0");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "480,0.5",
        "960,1",
        "961,1.000520833333333333",
        "1440,1.25",
        "274877906944,143165577.033333333333"
    })
    void secondsAt_addsUpAllTempos(long tick, double seconds) {
        assertThat(TWO_TEMPOS.secondsAt(tick)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.5,480",
        "1,960",
        "1.25,1440",
        "0.00052,0",
        "0.00053,1",
        "0.9999,960",
        "1.0002,960",
        "1.0003,961"
    })
    void tickAt_isTheNearest(double seconds, long tick) {
        assertThat(TWO_TEMPOS.tickAt(seconds)).isEqualTo(tick);
    }

    @Test
    void tickAt_halves_goesUp() {
        // A tick lasts 2 seconds.
        TempoMap slow = TempoMap.of(1, List.of(new Tempo(0, 2_000_000)));
        assertThat(slow.tickAt(3)).isEqualTo(2);
        assertThat(slow.tickAt(Math.nextDown(3.0))).isEqualTo(1);
    }

    @Test
    void tickAt_theTimeOfTheLastTick_isTheLastTick() {
        TempoMap slowest = TempoMap.of(32_767, List.of(new Tempo(0, Tempo.MAX_MICROSECONDS_PER_QUARTER)));
        assertThat(slowest.tickAt(slowest.secondsAt(Ticks.MAX))).isEqualTo(Ticks.MAX);
        assertThat(TWO_TEMPOS.tickAt(TWO_TEMPOS.secondsAt(Ticks.MAX))).isEqualTo(Ticks.MAX);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, 143_165_578})
    void tickAt_outsideOfTime_namesValueAndBound(double seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_TEMPOS.tickAt(seconds))
                .withMessage("time must be 0..1.4316557703333333E8 seconds, but was " + seconds);
    }

    @Test
    void secondsAt_aTickOutOfBounds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_TEMPOS.secondsAt(-1))
                .withMessage("tick must be 0..274877906944 ticks, but was -1");
    }

    @Test
    void tempoAt_isTheLastOneThatBegan() {
        assertThat(TWO_TEMPOS.tempoAt(959)).isEqualTo(new Tempo(0, 500_000));
        assertThat(TWO_TEMPOS.tempoAt(960)).isEqualTo(new Tempo(960, 250_000));
        assertThat(TWO_TEMPOS.tempoAt(Ticks.MAX)).isEqualTo(new Tempo(960, 250_000));
    }

    @Test
    void quartersAt_countsBeats() {
        assertThat(TWO_TEMPOS.quartersAt(720)).isEqualTo(1.5);
    }

    @Test
    void withResolution_keepsTheTimes() {
        TempoMap fine = TWO_TEMPOS.withResolution(960);
        assertThat(fine).isEqualTo(TempoMap.of(960, List.of(new Tempo(0, 500_000), new Tempo(1920, 250_000))));
        assertThat(fine.secondsAt(2880)).isEqualTo(TWO_TEMPOS.secondsAt(1440));
    }

    @Test
    void equality_isThatOfResolutionAndTempos() {
        TempoMap same = TempoMap.of(480, List.of(new Tempo(960, 250_000)));
        assertThat(same).isEqualTo(TWO_TEMPOS).hasSameHashCodeAs(TWO_TEMPOS);
        assertThat(same).isNotEqualTo(TempoMap.of(96, same.tempos())).isNotEqualTo(TempoMap.constant(480, 120));
        assertThat(same)
                .hasToString(
                        "TempoMap[ticksPerQuarter=480, tempos=["
                                + "Tempo[tick=0, microsecondsPerQuarter=500000], Tempo[tick=960, microsecondsPerQuarter=250000]]]");
    }
}
