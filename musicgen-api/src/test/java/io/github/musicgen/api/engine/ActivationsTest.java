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
    void arrays_haveTheBitsOfTheirValuesOneByOne(
            @ForAll @Size(min = 1, max = 300) float[] values, @ForAll int place, @ForAll int otherPlace) {
        int from = Math.min(Math.floorMod(place, values.length), Math.floorMod(otherPlace, values.length));
        int to = Math.max(Math.floorMod(place, values.length), Math.floorMod(otherPlace, values.length));
        values[to] = List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f)
                .get(to % 4);
        float[] tanh = values.clone();
        float[] sigmoid = values.clone();
        float[] curved = values.clone();
        Activations.tanh(tanh, from, to + 1);
        Activations.sigmoid(sigmoid, from, to + 1);
        Activations.tanhOf(values, curved, to + 1);
        float[] tanhOneByOne = values.clone();
        float[] sigmoidOneByOne = values.clone();
        float[] curvedOneByOne = values.clone();
        for (int i = 0; i <= to; i++) {
            curvedOneByOne[i] = Activations.tanh(values[i]);
            if (i >= from) {
                tanhOneByOne[i] = Activations.tanh(values[i]);
                sigmoidOneByOne[i] = Activations.sigmoid(values[i]);
            }
        }
        assertThat(tanh).isEqualTo(tanhOneByOne);
        assertThat(sigmoid).isEqualTo(sigmoidOneByOne);
        assertThat(curved).isEqualTo(curvedOneByOne);
    }

    @Property
    void sigmoid_ofAnyNumber_isTheExactOneRounded(@ForAll @FloatRange(min = -30, max = 30) float x) {
        assertThat((double) Activations.sigmoid(x)).isCloseTo(1 / (1 + StrictMath.exp(-x)), within(3 * FLOAT_STEP));
    }

    /** Alone, and among others, which must not matter. */
    private static double exp(double x) {
        Powers powers = new Powers(20);
        for (int i = 0; i < 20; i++) {
            powers.values()[i] = i % 3 == 1 ? x : -i * 33.3;
        }
        powers.exp();
        Powers alone = new Powers(1);
        alone.values()[0] = x;
        alone.exp();
        for (int i = 1; i < 20; i += 3) {
            assertThat(powers.values()[i]).isEqualTo(Double.valueOf(alone.values()[0]));
        }
        return alone.values()[0];
    }

    @Property
    void exp_ofWhatIsNotPositive_isWithinTwoUnitsInTheLastPlace(@ForAll @DoubleRange(min = -699, max = 0) double x) {
        double exact = StrictMath.exp(x);
        assertThat(exp(x)).isCloseTo(exact, within(2.5 * Math.ulp(exact)));
    }

    @Test
    void exp_atItsEnds_isOneAndZero() {
        assertThat(exp(0)).isEqualTo(1);
        assertThat(exp(-0.0)).isEqualTo(1);
        assertThat(exp(-701)).isZero();
        assertThat(exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(exp(Double.NaN)).isNaN();
    }

    @Property
    void softmax_ofAnyScores_isTheDefinition(
            @ForAll @Size(min = 1, max = 50) List<@FloatRange(min = -40, max = 40) Float> scores) {
        double sum = scores.stream().mapToDouble(StrictMath::exp).sum();
        float[] probabilities = new float[scores.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = scores.get(i);
        }
        Softmax.apply(probabilities);
        for (int i = 0; i < probabilities.length; i++) {
            assertThat((double) probabilities[i]).isCloseTo(StrictMath.exp(scores.get(i)) / sum, within(2e-7));
        }
    }

    @Test
    void softmax_ofAForbiddenClass_isExactlyZero() {
        float[] scores = {1, Float.NEGATIVE_INFINITY, 1};
        Softmax.apply(scores);
        assertThat(scores).containsExactly(0.5f, 0, 0.5f);
    }
}
