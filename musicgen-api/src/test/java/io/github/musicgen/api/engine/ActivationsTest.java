package io.github.musicgen.api.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ActivationsTest {
    private static final double FLOAT_STEP = 1.2e-7;

    @Test
    void tanh_overAllThatMatters_isWithinFourStepsOfTheExactOne() {
        for (int i = -1_000_000; i <= 1_000_000; i++) {
            float x = i / 100_000f;
            assertThat((double) Activations.tanh(x)).isCloseTo(StrictMath.tanh(x), within(4 * FLOAT_STEP));
        }
    }

    @Test
    void tanh_ofExtremes_isOneOrNotANumber() {
        assertThat(Activations.tanh(Float.POSITIVE_INFINITY)).isCloseTo(1, within(4e-7f));
        assertThat(Activations.tanh(Float.NEGATIVE_INFINITY)).isCloseTo(-1, within(4e-7f));
        assertThat(Activations.tanh(Float.NaN)).isNaN();
        assertThat(Activations.tanh(0)).isZero();
    }

    @Property
    void sigmoid_ofAnyNumber_isTheExactOneRounded(@ForAll @FloatRange(min = -30, max = 30) float x) {
        assertThat((double) Activations.sigmoid(x)).isCloseTo(1 / (1 + StrictMath.exp(-x)), within(3 * FLOAT_STEP));
    }

    @Property
    void exp_ofWhatIsNotPositive_isWithinTwoUnitsInTheLastPlace(@ForAll @DoubleRange(min = -699, max = 0) double x) {
        double exact = StrictMath.exp(x);
        assertThat(Softmax.exp(x)).isCloseTo(exact, within(2.5 * Math.ulp(exact)));
    }

    @Test
    void exp_atItsEnds_isOneAndZero() {
        assertThat(Softmax.exp(0)).isEqualTo(1);
        assertThat(Softmax.exp(-0.0)).isEqualTo(1);
        assertThat(Softmax.exp(-701)).isZero();
        assertThat(Softmax.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Softmax.exp(Double.NaN)).isNaN();
    }

    @Property
    void softmax_ofAnyScores_isTheDefinition(
            @ForAll @Size(min = 1, max = 50) List<@FloatRange(min = -40, max = 40) Float> scores) {
        double sum = scores.stream().mapToDouble(StrictMath::exp).sum();
        float[] probabilities = new float[scores.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = scores.get(i);
        }
        Softmax.apply(probabilities, probabilities.length);
        for (int i = 0; i < probabilities.length; i++) {
            assertThat((double) probabilities[i]).isCloseTo(StrictMath.exp(scores.get(i)) / sum, within(2e-7));
        }
    }

    @Test
    void softmax_ofAForbiddenClass_isExactlyZero() {
        float[] scores = {1, Float.NEGATIVE_INFINITY, 1};
        Softmax.apply(scores, 3);
        assertThat(scores).containsExactly(0.5f, 0, 0.5f);
    }
}
