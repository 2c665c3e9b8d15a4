package io.github.musicgen.models.layers.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.models.layers.FiniteDifferences;
import io.github.musicgen.models.layers.Networks;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DenseStackTest {
    private final Random random = new Random(5);

    private DenseStack stack(int outputs) {
        DenseStack stack = new DenseStack(List.of(3, 6, 5, outputs));
        stack.names().forEach(name -> Networks.fill(stack.parameter(name), 0.08, random));
        // Far from the kinks of the rectifiers.
        List.of("0.b", "1.b").forEach(name -> stack.parameter(name).addi(3));
        return stack;
    }

    /**
     * Every other hidden unit is off, whatever comes in from -1 to 1. All are far from the kinks: against a bias of 3 come at most 3 * 0.08
     * from inputs, and, dropout of 0.4 included, 3 * 5.6 * 0.08 from the three units before that are on.
     */
    private DenseStack halfOff(int outputs) {
        DenseStack stack = new DenseStack(List.of(3, 6, 5, outputs));
        stack.names().forEach(name -> Networks.fill(stack.parameter(name), 0.08, random));
        List.of("0.b", "1.b").forEach(name -> {
            INDArray bias = stack.parameter(name);
            for (long i = 0; i < bias.length(); i++) {
                bias.putScalar(i, bias.getDouble(i) + (i % 2 == 0 ? 3 : -3));
            }
        });
        return stack;
    }

    private float[] values(int length, double least, double most) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (least + (most - least) * random.nextDouble());
        }
        return values;
    }

    private NextTargets targets(int batch, int latent, int lags) {
        double[] surprise = new double[batch];
        double[][] again = new double[lags][batch];
        boolean[][] possible = new boolean[lags][batch];
        for (int i = 0; i < batch; i++) {
            surprise[i] = 2 * random.nextDouble();
            for (int lag = 0; lag < lags; lag++) {
                boolean other = i < 2 && lag == 0;
                again[lag][i] = other ? Double.POSITIVE_INFINITY : 4 * random.nextDouble();
                possible[lag][i] = !other || i == 1;
            }
        }
        return new NextTargets(
                values(latent * batch, -1, 1), values(latent * batch, 0.2, 1.5), surprise, again, possible);
    }

    /** Lags: 0 for points alone. At the first lag the first example has nothing to come again, and the second is something else. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "4, 0, 0", "1, 2, 0", "4, 2, 0", "4, 1, 0.4", "4, 0, 0.4"})
    void everyParameter_hasTheGradientOfFiniteDifferences(int batch, int lags, double dropout) {
        DenseStack stack = stack(lags > 0 ? 4 + lags : 2);
        checkGradients(stack, batch, lags, dropout);
    }

    private void checkGradients(DenseStack stack, int batch, int lags, double dropout) {
        float[] inputs = values(3 * batch, -1, 1);
        NextTargets targets = targets(batch, 2, lags);
        NextLoss loss = new NextLoss(2, lags);
        loss.of(stack.run(inputs, batch, dropout, new SplittableRandom(3)), targets);
        stack.back(loss.gradient());
        FiniteDifferences.check(
                "parameters",
                stack.parameters(),
                stack.gradients().dup(),
                () -> loss.of(stack.run(inputs, batch, dropout, new SplittableRandom(3)), targets),
                1);
    }

    /** What leads to a unit that is off changes nothing. */
    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "4, 0.4"})
    void everyParameter_ofUnitsThatAreOffOrOn_hasTheGradientOfFiniteDifferences(int batch, double dropout) {
        DenseStack stack = halfOff(6);
        checkGradients(stack, batch, 2, dropout);
        for (String bias : List.of("0.b", "1.b")) {
            float[] gradient = stack.gradient(bias).toFloatVector();
            for (int unit = 0; unit < gradient.length; unit++) {
                assertThat(gradient[unit] == 0)
                        .as("%s, unit %s is off", bias, unit)
                        .isEqualTo(unit % 2 == 1);
            }
        }
    }

    @Test
    void loss_hasTheGradientOfWhatIsTold() {
        INDArray told = Nd4j.createFromArray(values(2 * 7, -1, 1));
        NextTargets targets = targets(2, 2, 3);
        NextLoss loss = new NextLoss(2, 3);
        loss.of(told.data().asFloat(), targets);
        FiniteDifferences.check(
                "what is told",
                told,
                Nd4j.createFromArray(loss.gradient()),
                () -> loss.of(told.data().asFloat(), targets),
                1);
    }

    /** With scores of 0 each way has the same probability. */
    @Test
    void aSegment_thatIsSurelyAnEarlierOne_costsTheChoiceAlone() {
        NextTargets targets = oneTarget(500, 0, 700);
        NextLoss loss = new NextLoss(1, 2);
        assertThat(loss.of(new float[4], targets)).isCloseTo(Math.log(3), within(1e-6));
        assertThat(loss.old()[0][0]).isCloseTo(1, within(1e-6));
        assertThat(loss.each()).hasSize(1);
    }

    private static NextTargets oneTarget(double surprise, double first, double second) {
        double[][] again = {{first}, {second}};
        boolean[][] possible = {{true}, {true}};
        return new NextTargets(new float[1], new float[] {1}, new double[] {surprise}, again, possible);
    }

    /** A way that could have been taken and was not costs its share: otherwise it would be free to promise it always. */
    @Test
    void aWay_thatWasNotTaken_costsItsShare() {
        NextLoss loss = new NextLoss(1, 2);
        assertThat(loss.of(new float[4], oneTarget(500, 0, Double.POSITIVE_INFINITY)))
                .isCloseTo(Math.log(3), within(1e-6));
        assertThat(loss.gradient()[3]).isCloseTo(1 / 3f, within(1e-6f));
    }

    @Test
    void nothingDropped_isWhatDropoutExpects() {
        DenseStack stack = stack(2);
        float[] inputs = values(3, -1, 1);
        float[] whole = stack.run(inputs, 1).clone();
        double[] sum = new double[2];
        SplittableRandom drawn = new SplittableRandom(9);
        for (int i = 0; i < 4000; i++) {
            float[] told = stack.run(inputs, 1, 0.2, drawn);
            sum[0] += told[0] / 4000;
            sum[1] += told[1] / 4000;
        }
        // A mean of 4000 strays by less than a fifteenth of what one draw does, which is about 2: six deviations and
        // more.
        assertThat(sum[0]).isCloseTo(whole[0], within(0.25));
        assertThat(sum[1]).isCloseTo(whole[1], within(0.25));
    }
}
