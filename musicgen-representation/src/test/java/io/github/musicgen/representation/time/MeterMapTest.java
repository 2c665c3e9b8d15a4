package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeterMapTest {
    /** Two bars of 4/4, then 3/4 that cuts the third bar short after a quarter, then 6/8. */
    private static final MeterMap CHANGING = MeterMap.of(
            100, List.of(new TimeSignature(0, 4, 4), new TimeSignature(900, 3, 4), new TimeSignature(1500, 6, 8)));

    @Test
    void of_nothing_isCommonTime() {
        assertThat(MeterMap.of(480, List.of()).timeSignatures()).containsExactly(new TimeSignature(0, 4, 4));
    }

    @Test
    void of_signaturesInAnyOrder_sortsThemAndKeepsTheLastOfSeveralAtOneTick() {
        MeterMap map = MeterMap.of(
                480, List.of(new TimeSignature(9, 3, 4), new TimeSignature(4, 2, 4), new TimeSignature(9, 5, 4)));
        assertThat(map.timeSignatures())
                .containsExactly(new TimeSignature(0, 4, 4), new TimeSignature(4, 2, 4), new TimeSignature(9, 5, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0", "399,0", "400,1", "799,1", "800,2", "899,2", "900,3", "1199,3", "1200,4", "1500,5", "1799,5", "1800,6"
    })
    void barAt_countsAlsoTheBarThatAChangeCutsShort(long tick, long bar) {
        assertThat(CHANGING.barAt(tick)).isEqualTo(bar);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,400", "2,800", "3,900", "4,1200", "5,1500", "6,1800", "7,2100"})
    void barStart_isWhereTheBarBegins(long bar, long tick) {
        assertThat(CHANGING.barStart(bar)).isEqualTo(tick);
        assertThat(CHANGING.isBarStart(tick)).isTrue();
        assertThat(CHANGING.isBarStart(tick + 1)).isFalse();
    }

    @Test
    void barStart_ofBarsThatAreNoWholeTicks_isTheTickThatTheyBeginIn() {
        // Five 8ths at 3 ticks per quarter are 7.5 ticks.
        MeterMap map = MeterMap.of(3, List.of(new TimeSignature(0, 5, 8)));
        assertThat(List.of(map.barStart(0), map.barStart(1), map.barStart(2), map.barStart(3)))
                .containsExactly(0L, 7L, 15L, 22L);
    }

    @Test
    void barAt_manyBarsToATick_isTheLastOfThem() {
        // A bar of a 1024th is a 256th of a tick.
        MeterMap map = MeterMap.of(1, List.of(new TimeSignature(0, 1, 1024)));
        assertThat(map.barAt(0)).isEqualTo(255);
        assertThat(map.barAt(Ticks.MAX)).isEqualTo((1L << 46) + 255);
        assertThat(map.barStart((1L << 46) + 255)).isEqualTo(Ticks.MAX);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 916_259_690, Long.MAX_VALUE})
    void barStart_ofABarThatIsNot_namesValueAndBound(long bar) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGING.barStart(bar))
                .withMessage("bar must be 0..916259689, but was " + bar);
    }

    @Test
    void barAt_aTickOutOfBounds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGING.barAt(Ticks.MAX + 1))
                .withMessage("tick must be 0..274877906944 ticks, but was 274877906945");
    }

    @Test
    void timeSignatureAt_isTheLastOneThatBegan() {
        assertThat(CHANGING.timeSignatureAt(899)).isEqualTo(new TimeSignature(0, 4, 4));
        assertThat(CHANGING.timeSignatureAt(900)).isEqualTo(new TimeSignature(900, 3, 4));
    }

    @Test
    void withResolution_keepsTheBars() {
        MeterMap fine = CHANGING.withResolution(300);
        assertThat(fine.ticksPerQuarter()).isEqualTo(300);
        assertThat(fine.barStart(5)).isEqualTo(4500);
        assertThat(fine.withResolution(100)).isEqualTo(CHANGING);
    }

    @Test
    void equality_isThatOfResolutionAndSignatures() {
        MeterMap same = MeterMap.of(100, CHANGING.timeSignatures());
        assertThat(same).isEqualTo(CHANGING).hasSameHashCodeAs(CHANGING);
        assertThat(same)
                .isNotEqualTo(MeterMap.of(96, CHANGING.timeSignatures()))
                .isNotEqualTo(MeterMap.of(100, List.of()));
        assertThat(MeterMap.of(1, List.of()))
                .hasToString(
                        "MeterMap[ticksPerQuarter=1, timeSignatures=[TimeSignature[tick=0, numerator=4, denominator=4]]]");
    }
}
