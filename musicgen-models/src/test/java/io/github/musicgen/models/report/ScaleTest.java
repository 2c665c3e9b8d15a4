package io.github.musicgen.models.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void ticks_areRoundNumbers() {
        Scale scale = Scale.around(new double[] {0.52, 1.48});

        assertThat(scale.ticks().stream().map(scale::label))
                .containsExactly("0.4", "0.6", "0.8", "1.0", "1.2", "1.4", "1.6");
    }

    @Test
    void aSingleValue_liesInTheMiddle() {
        Scale scale = Scale.around(new double[] {0.002, 0.002});

        assertThat(scale.share(0.002)).isBetween(0.4, 0.6);
        assertThat(scale.ticks().stream().map(scale::label)).contains("0.0020");
    }

    @Test
    void noValue_isAScaleNevertheless() {
        assertThat(Scale.around(new double[0])).isEqualTo(new Scale(0, 1, 0.2));
    }

    @Test
    void epochs_haveWholeTicks() {
        assertThat(Scale.ofEpochs(1).ticks()).containsExactly(0.0, 1.0, 2.0);
        assertThat(Scale.ofEpochs(4).ticks()).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(Scale.ofEpochs(24).ticks()).containsExactly(5.0, 10.0, 15.0, 20.0);
    }

    @Property
    void around_holdsItsValues(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other) {
        Scale scale = Scale.around(new double[] {one, other});

        assertThat(scale.share(one)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(scale.share(other)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(scale.ticks()).hasSizeBetween(2, 9);
    }

    @Property
    void ofEpochs_hasFewTicks(@ForAll @IntRange(min = 1, max = 100_000) int epochs) {
        assertThat(Scale.ofEpochs(epochs).ticks()).hasSizeBetween(2, 8).allMatch(tick -> tick == Math.rint(tick));
    }
}
