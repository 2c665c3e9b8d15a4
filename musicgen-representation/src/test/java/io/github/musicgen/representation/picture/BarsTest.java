package io.github.musicgen.representation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static final int QUARTER = 480;

    private static Bars bars(long toTick, double width, TimeSignature... signatures) {
        return new Bars(
                MeterMap.of(QUARTER, List.of(signatures)), new RollGeometry(0, toTick, 0, width, 60, 72, 0, 10));
    }

    @Test
    void every_enoughRoom_isEveryBar() {
        assertThat(bars(4 * 1920, 400).every(100)).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void every_lessRoom_isEverySecondFourthOrEighth() {
        assertThat(bars(9 * 1920, 900).every(101)).containsExactly(0L, 2L, 4L, 6L, 8L);
        assertThat(bars(9 * 1920, 90).every(41)).containsExactly(0L, 8L);
    }

    @Test
    void beats_ofIrregularMeters_areCountedFromTheBar() {
        Bars bars = bars(1680 + 720, 240, new TimeSignature(0, 7, 8), new TimeSignature(1680, 3, 8));
        assertThat(bars.beats()).containsExactly(240L, 480L, 720L, 960L, 1200L, 1440L, 1920L, 2160L);
    }

    @Test
    void beats_ofSixEighths_areInThreesWhereEighthsHaveNoRoom() {
        TimeSignature sixEight = new TimeSignature(0, 6, 8);
        assertThat(bars(1440, 60, sixEight).beats()).containsExactly(720L);
        assertThat(bars(1440, 600, sixEight).beats()).containsExactly(240L, 480L, 720L, 960L, 1200L);
    }

    @Test
    void beats_withoutRoom_areNone() {
        assertThat(bars(1920, 27).beats()).isEmpty();
        assertThat(bars(1920L * 1_000_000, 1000).beats()).isEmpty();
    }

    @Test
    void beats_ofABarCutShortByTheNextMeter_endWithIt() {
        Bars bars = bars(960 + 1440, 240, new TimeSignature(0, 4, 4), new TimeSignature(960, 3, 4));
        assertThat(bars.beats()).containsExactly(480L, 1440L, 1920L);
    }

    @Test
    void endOfBar_isTheNextBarUnlessOneBeginsThere() {
        MeterMap waltz = MeterMap.of(QUARTER, List.of(new TimeSignature(0, 3, 4)));
        assertThat(Bars.endOfBar(waltz, 0)).isZero();
        assertThat(Bars.endOfBar(waltz, 1)).isEqualTo(1440);
        assertThat(Bars.endOfBar(waltz, 1440)).isEqualTo(1440);
        assertThat(Bars.endOfBar(waltz, 1441)).isEqualTo(2880);
    }
}
