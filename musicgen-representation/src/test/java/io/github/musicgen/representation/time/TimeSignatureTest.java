package io.github.musicgen.representation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSignatureTest {
    @ParameterizedTest
    @ValueSource(ints = {0, -4, 256})
    void numerator_outOfBounds_isRefused(int numerator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSignature(0, numerator, 4))
                .withMessage("numerator of a time signature must be 1..255, but was " + numerator);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -4, 3, 12, 2048, Integer.MIN_VALUE})
    void denominator_thatIsNoNoteValue_isRefused(int denominator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSignature(0, 4, denominator))
                .withMessage("denominator of a time signature must be a power of two, 1..1024, but was " + denominator);
    }

    @Test
    void tick_outOfBounds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSignature(-5, 4, 4))
                .withMessage("time signature tick must be 0..274877906944 ticks, but was -5");
    }

    @ParameterizedTest
    @CsvSource({"4,4,4", "3,4,3", "6,8,3", "7,8,3.5", "2,2,4", "1,1024,0.00390625", "255,1,1020"})
    void quartersPerBar_isTheLengthOfABar(int numerator, int denominator, double expected) {
        assertThat(new TimeSignature(0, numerator, denominator).quartersPerBar())
                .isEqualTo(expected);
    }

    @Test
    void withTick_movesNothingElse() {
        assertThat(new TimeSignature(3, 7, 8).withTick(9)).isEqualTo(new TimeSignature(9, 7, 8));
    }
}
