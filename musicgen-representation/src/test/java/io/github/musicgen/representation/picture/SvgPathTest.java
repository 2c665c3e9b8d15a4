package io.github.musicgen.representation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgPathTest {
    @Test
    void rect_goesAroundAndCloses() {
        assertThat(new SvgPath().rect(1, 2, 3.5, 4)).hasToString("M1 2h3.5v4h-3.5z");
    }

    @Test
    void hang_toTheRightAndBack_isBelowBothTimes() {
        SvgPath path = new SvgPath().move(0, 5).hang(3, 0, 10, 5).line(8, 5).hang(2, 8, 2, 5);
        assertThat(path).hasToString("M0 5A5 3 0 0 0 10 5L8 5A3 2 0 0 1 2 5");
    }

    @Test
    void isEmpty_untilACommand() {
        assertThat(new SvgPath().isEmpty()).isTrue();
        assertThat(new SvgPath().move(0, 0).isEmpty()).isFalse();
    }
}
