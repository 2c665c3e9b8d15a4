package io.github.musicgen.models.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.random.SeededRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

class AdamStepsTest {
    private static final int SIZE = 50;
    private static final double RATE = 0.01;
    private static final double NEVER = Double.MAX_VALUE; // clipped

    private static INDArray drawn(SeededRandom random) {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values);
    }

    private static INDArray weights(AdamSteps steps) {
        INDArray weights = Nd4j.create(SIZE);
        steps.writeWeights(weights);
        return weights;
    }

    private static INDArray average(AdamSteps steps) {
        INDArray average = Nd4j.create(SIZE);
        steps.writeAverage(average);
        return average;
    }

    private static void assertClose(INDArray found, INDArray expected, double tolerance) {
        for (int i = 0; i < SIZE; i++) {
            assertThat(found.getDouble(i)).as("weight %d", i).isCloseTo(expected.getDouble(i), within(tolerance));
        }
    }

    @Test
    void step_isThatOfNd4j() {
        SeededRandom random = SeededRandom.ofSeed(1);
        INDArray expected = drawn(random);
        AdamSteps steps = AdamSteps.begin(expected);
        AdamUpdater updater = new AdamUpdater(new Adam(RATE, 0.9, 0.999, 1e-8));
        updater.setStateViewArray(Nd4j.create(1, 2 * SIZE), new long[] {1, SIZE}, 'f', true);
        for (int step = 0; step < 20; step++) {
            INDArray gradient = drawn(random);
            assertThat(steps.step(gradient, step, RATE, NEVER, 0.9))
                    .isCloseTo(gradient.norm2Number().doubleValue(), within(1e-5));
            INDArray move = gradient.dup().reshape(1, SIZE);
            updater.applyUpdater(move, step, 0);
            expected.subi(move.reshape(SIZE));
        }
        assertClose(weights(steps), expected, 1e-5);
    }

    @Test
    void step_shortensALongGradient_andTellsHowLongItWas() {
        SeededRandom random = SeededRandom.ofSeed(2);
        INDArray start = drawn(random);
        INDArray gradient = drawn(random);
        AdamSteps clipped = AdamSteps.begin(start);
        AdamSteps scaled = AdamSteps.begin(start);
        double norm = clipped.step(gradient, 0, RATE, 1e-6, 0.9);
        scaled.step(gradient.mul(1e-6 / norm), 0, RATE, NEVER, 0.9);
        assertThat(norm).isGreaterThan(1);
        assertClose(weights(clipped), weights(scaled), 1e-6);
        assertThat(weights(clipped)).isNotEqualTo(start);
    }

    @Test
    void step_byWhatIsNoNumber_changesNothing() {
        AdamSteps steps = AdamSteps.begin(drawn(SeededRandom.ofSeed(3)));
        INDArray before = steps.memory().dup();
        INDArray gradient = drawn(SeededRandom.ofSeed(4));
        gradient.putScalar(7, Float.NaN);
        assertThat(steps.step(gradient, 0, RATE, 1, 0.9)).isNaN();
        assertThat(steps.memory()).isEqualTo(before);
    }

    @Test
    void memory_goesOnToTheVeryBits() {
        SeededRandom random = SeededRandom.ofSeed(5);
        AdamSteps whole = AdamSteps.begin(drawn(random));
        AdamSteps stopped = AdamSteps.of(whole.memory());
        for (int step = 0; step < 10; step++) {
            INDArray gradient = drawn(random);
            whole.step(gradient, step, RATE, 1, 0.99);
            stopped.step(gradient, step, RATE, 1, 0.99);
            stopped = AdamSteps.of(stopped.memory());
        }
        assertThat(stopped.memory()).isEqualTo(whole.memory());
    }

    @Test
    void average_reachesBackNoFurtherThanStepsWereTaken() {
        AdamSteps steps = AdamSteps.begin(Nd4j.zeros(SIZE));
        INDArray expected = Nd4j.zeros(SIZE);
        for (int step = 0; step < 30; step++) {
            steps.step(drawn(SeededRandom.ofSeed(step)), step, RATE, NEVER, 0.5);
            double kept = Math.min(0.5, (2.0 + step) / (11 + step));
            expected.muli(kept).addi(weights(steps).mul(1 - kept));
        }
        assertClose(average(steps), expected, 1e-6);
        assertThat(AdamSteps.kept(0.999, 1)).isEqualTo(2.0 / 11);
        assertThat(AdamSteps.kept(0.5, 1000)).isEqualTo(0.5);
    }

    @Test
    void rateAt_fallsFromTheFirstTowardsTheLeast() {
        assertThat(AdamSteps.rateAt(0, 0.1, 0.01, 0.5)).isEqualTo(0.1);
        assertThat(AdamSteps.rateAt(1, 0.1, 0.01, 0.5)).isCloseTo(0.055, within(1e-12));
        assertThat(AdamSteps.rateAt(1000, 0.1, 0.01, 0.5)).isEqualTo(0.01);
    }
}
