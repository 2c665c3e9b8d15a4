package io.github.musicgen.models.layers.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.models.layers.FiniteDifferences;
import io.github.musicgen.models.layers.Networks;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class RollAutoencoderTest {
    private static final List<PatchKernel> KERNELS = List.of(new PatchKernel(3, 2, 3), new PatchKernel(4, 2, 2));

    private static final List<String> RECTIFIED =
            List.of("encoder.patch.0.b", "encoder.patch.1.b", "decoder.latent.b", "decoder.patch.1.b");

    private final Random random = new Random(7);

    private RollAutoencoder autoencoder(int read, int written, boolean ownDeviations, boolean likelihood) {
        RollAutoencoder autoencoder =
                new RollAutoencoder(new RollSizes(4, 6, read, written, KERNELS, 2, ownDeviations, likelihood));
        autoencoder.names().forEach(name -> Networks.fill(autoencoder.parameter(name), 0.25, random));
        // Far from the kinks of the rectifiers, beside which no difference is a slope.
        autoencoder.names().stream()
                .filter(name -> name.endsWith(".b") && !name.contains("encoder.latent"))
                .forEach(name -> autoencoder.parameter(name).addi(2.5));
        return autoencoder;
    }

    /** Every other unit of each layer with a rectifier is off, and all are far from the kinks. */
    private RollAutoencoder halfOff(int read, int written, boolean ownDeviations, boolean likelihood) {
        RollAutoencoder autoencoder =
                new RollAutoencoder(new RollSizes(4, 6, read, written, KERNELS, 2, ownDeviations, likelihood));
        // Of the second layer of the encoder, where most comes together, 8 units that are on and at most 3.3 add
        // 8 * 3.3 * 0.06 against a bias of 2.44.
        autoencoder.names().forEach(name -> Networks.fill(autoencoder.parameter(name), 0.06, random));
        RECTIFIED.forEach(name -> {
            INDArray bias = autoencoder.parameter(name);
            for (long i = 0; i < bias.length(); i++) {
                bias.putScalar(i, bias.getDouble(i) + (i % 2 == 0 ? 2.5 : -2.5));
            }
        });
        return autoencoder;
    }

    private Rolls rolls(int batch) {
        byte[][] states = new byte[batch][24];
        byte[][] velocities = new byte[batch][24];
        for (int i = 0; i < batch; i++) {
            for (int j = 0; j < 24; j++) {
                states[i][j] = (byte) random.nextInt(3);
                velocities[i][j] = (byte) (1 + random.nextInt(127));
            }
        }
        return new Rolls(states, velocities);
    }

    private float[] noise(int length) {
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, false, false", "3, 1, 1, false, false", "1, 2, 3, true, true", "3, 2, 3, true, true"})
    void everyParameter_hasTheGradientOfFiniteDifferences(
            int batch, int read, int written, boolean ownDeviations, boolean likelihood) {
        RollAutoencoder autoencoder = autoencoder(read, written, ownDeviations, likelihood);
        Rolls rolls = rolls(batch);
        float[] noise = noise(2 * batch);
        checkGradients(autoencoder, rolls, noise);
    }

    private static double checkGradients(RollAutoencoder autoencoder, Rolls rolls, float[] noise) {
        double loss = autoencoder.learn(rolls, noise, 0.7).total();
        FiniteDifferences.check(
                "parameters",
                autoencoder.parameters(),
                autoencoder.gradients().dup(),
                () -> autoencoder.run(rolls, noise, 0.7).total(),
                1);
        return loss;
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 1, false, false", "1, 2, 3, true, true", "3, 2, 3, true, true"})
    void everyParameter_ofUnitsThatAreOffOrOn_hasTheGradientOfFiniteDifferences(
            int batch, int read, int written, boolean ownDeviations, boolean likelihood) {
        RollAutoencoder autoencoder = halfOff(read, written, ownDeviations, likelihood);
        Rolls rolls = rolls(batch);
        float[] noise = noise(2 * batch);
        double loss = checkGradients(autoencoder, rolls, noise);
        for (String name : RECTIFIED) {
            INDArray bias = autoencoder.parameter(name);
            for (long unit = 0; unit < bias.length(); unit++) {
                double value = bias.getDouble(unit);
                bias.putScalar(unit, value + 0.5);
                boolean isOff = autoencoder.run(rolls, noise, 0.7).total() == loss;
                bias.putScalar(unit, value);
                assertThat(isOff).as("%s, unit %s is off", name, unit).isEqualTo(unit % 2 == 1);
            }
        }
    }

    @Test
    void batches_costTheMeanOfTheirRolls() {
        RollAutoencoder autoencoder = autoencoder(2, 3, true, true);
        Rolls both = rolls(2);
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            Rolls one = new Rolls(new byte[][] {both.states()[i]}, new byte[][] {both.velocities()[i]});
            sum += autoencoder.run(one, new float[2], 1).total();
        }
        assertThat(autoencoder.run(both, new float[4], 1).total()).isCloseTo(sum / 2, within(1e-4));
    }

    @Test
    void patches_thatDoNotCover_areRefused() {
        assertThatThrownBy(() -> new RollAutoencoder(
                        new RollSizes(4, 6, 1, 1, List.of(new PatchKernel(3, 2, 3)), 2, false, false)))
                .hasMessage("the last patch must be all that is left, but left 2 x 2");
        assertThatThrownBy(() -> new PatchLayout(4, 7, 1, new PatchKernel(3, 2, 3)))
                .hasMessage("patches of 2 x 3 must cover a map, but it was 4 x 7");
        assertThatThrownBy(() -> new Rolls(new byte[0][], new byte[0][])).hasMessageContaining("1 or more");
    }
}
