package io.github.musicgen.representation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.time.Ticks;
import org.junit.jupiter.api.Test;

class RollGeometryTest {
    private static final RollGeometry ROLL = new RollGeometry(100, 300, 50, 400, 60, 71, 20, 10);

    @Test
    void x_ofTicks_isLinearWithinAndBeyondTheRoll() {
        assertThat(ROLL.x(100)).isEqualTo(50);
        assertThat(ROLL.x(300)).isEqualTo(ROLL.right()).isEqualTo(450);
        assertThat(ROLL.x(0)).isEqualTo(-150);
        assertThat(ROLL.pixelsPerTick()).isEqualTo(2);
        assertThat(new RollGeometry(0, Ticks.MAX, 0, 100, 60, 71, 0, 1).x(Ticks.MAX))
                .isEqualTo(100);
    }

    @Test
    void y_ofPitches_isTheUpperEdgeOfTheirRow() {
        assertThat(ROLL.y(71)).isEqualTo(20);
        assertThat(ROLL.y(60)).isEqualTo(130);
        assertThat(ROLL.bottom()).isEqualTo(140);
        assertThat(ROLL.rows()).isEqualTo(12);
    }

    @Test
    void geometry_withoutTimeOrRoom_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RollGeometry(5, 5, 0, 1, 60, 61, 0, 1))
                .withMessage("a picture must end after its start, tick 5, but its end was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RollGeometry(0, 5, 0, Double.NaN, 60, 61, 0, 1))
                .withMessage("width and row height must be > 0, but were NaN and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RollGeometry(0, 5, 0, 1, 60, 58, 0, 1))
                .withMessage("highest pitch must be 59..127, but was 58");
    }
}
