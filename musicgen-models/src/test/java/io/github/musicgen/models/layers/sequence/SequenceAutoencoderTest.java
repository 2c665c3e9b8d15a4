package io.github.musicgen.models.layers.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.models.layers.FiniteDifferences;
import io.github.musicgen.models.layers.Networks;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceAutoencoderTest {
    private final Random random = new Random(7);

    private SequenceAutoencoder autoencoder(AutoencoderSizes sizes) {
        SequenceAutoencoder autoencoder = new SequenceAutoencoder(sizes, shown(sizes));
        autoencoder.names().forEach(name -> Networks.fill(autoencoder.parameter(name), 0.6, random));
        return autoencoder;
    }

    /** One input of many for each class; or, where these are fewer, as drums are shown: those of the bits of the class, or one for none. */
    private static int[][] shown(AutoencoderSizes sizes) {
        int[][] shown = new int[sizes.classes()][];
        int bits = sizes.inputs() - 1;
        for (int event = 0; event < shown.length; event++) {
            int struck = sizes.inputs() < sizes.classes() ? event : 0;
            int alone = sizes.inputs() < sizes.classes() ? bits : event;
            shown[event] = struck == 0
                    ? new int[] {alone}
                    : IntStream.range(0, bits)
                            .filter(bit -> (struck >> bit & 1) != 0)
                            .toArray();
        }
        return shown;
    }

    private int[][] sequences(int batch, AutoencoderSizes sizes) {
        int[][] sequences = new int[batch][sizes.steps()];
        for (int[] sequence : sequences) {
            java.util.Arrays.setAll(sequence, i -> random.nextInt(sizes.classes()));
        }
        return sequences;
    }

    private float[] noise(int length) {
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** Free nats: 0 counts all, 1000 nothing. What is drawn is the same at each call, and no event depends on a weight by chance. */
    @ParameterizedTest
    @CsvSource({"1, 0.7, 0", "3, 0.7, 0", "2, 0, 0", "2, 2, 1000", "3, 1.5, 0.5"})
    void everyParameter_hasTheGradientOfFiniteDifferences(int batch, double beta, double freeNats) {
        AutoencoderSizes sizes = new AutoencoderSizes(4, 5, 3, List.of(4, 3), 2);
        SequenceAutoencoder autoencoder = autoencoder(sizes);
        int[][] sequences = sequences(batch, sizes);
        float[] noise = noise(2 * batch);
        LossWeight weight = new LossWeight(beta, freeNats, 0);
        autoencoder.learn(sequences, noise, weight, new SplittableRandom(1));
        FiniteDifferences.check(
                "parameters",
                autoencoder.parameters(),
                autoencoder.gradients().dup(),
                () -> autoencoder
                        .run(sequences, noise, weight, new SplittableRandom(1))
                        .total(),
                1);
    }

    /**
     * One layer of each; several layers; bars that are read by themselves, or written so, or both; bars of one step, and one bar; several
     * inputs at once, in layers that read whole sequences and in those that read bars.
     */
    static List<AutoencoderSizes> shapes() {
        List<Integer> none = List.of();
        return List.of(
                new AutoencoderSizes(3, 4, 2, List.of(3), 3),
                new AutoencoderSizes(3, 3, 4, 1, none, List.of(3, 2, 2), none, List.of(3), 2),
                new AutoencoderSizes(4, 4, 6, 3, List.of(3), List.of(2), none, List.of(3), 2),
                new AutoencoderSizes(4, 4, 6, 3, none, List.of(2), List.of(3), List.of(4, 3), 2),
                new AutoencoderSizes(4, 4, 6, 2, List.of(3, 2), List.of(2, 3), List.of(4, 2), List.of(3, 2), 3),
                new AutoencoderSizes(3, 3, 4, 4, List.of(2), List.of(2), List.of(2), List.of(3), 1),
                new AutoencoderSizes(3, 3, 4, 1, List.of(2), List.of(2), List.of(2), List.of(3), 1),
                new AutoencoderSizes(4, 8, 4, 1, none, List.of(3), none, List.of(3), 2),
                new AutoencoderSizes(3, 4, 6, 3, List.of(3), List.of(2), List.of(3), List.of(4), 2));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShape_hasTheGradientsOfFiniteDifferences(AutoencoderSizes sizes) {
        SequenceAutoencoder autoencoder = autoencoder(sizes);
        int[][] sequences = sequences(2, sizes);
        float[] noise = noise(2 * sizes.latentSize());
        LossWeight weight = new LossWeight(0.3, 0, 0);
        autoencoder.learn(sequences, noise, weight, new SplittableRandom(1));
        FiniteDifferences.check(
                "parameters",
                autoencoder.parameters(),
                autoencoder.gradients().dup(),
                () -> autoencoder
                        .run(sequences, noise, weight, new SplittableRandom(1))
                        .total(),
                1);
    }

    @Test
    void freeNats_costNothing_andWeighNothing() {
        AutoencoderSizes sizes = new AutoencoderSizes(4, 5, 3, List.of(4), 2);
        SequenceAutoencoder autoencoder = autoencoder(sizes);
        int[][] sequences = sequences(1, sizes);
        float[] noise = noise(2);
        AutoencoderLoss all = autoencoder.run(sequences, noise, new LossWeight(2, 0, 0), new SplittableRandom(1));
        assertThat(all.total()).isCloseTo(all.reconstruction() + 2 * all.divergence(), within(1e-9));
        double free = all.divergence() / 4;
        AutoencoderLoss less = autoencoder.run(sequences, noise, new LossWeight(2, free, 0), new SplittableRandom(1));
        assertThat(all.total() - less.total()).isCloseTo(2 * free, within(1e-9));
        assertThat(less.divergence()).isEqualTo(all.divergence());
    }

    @Test
    void drawnEvents_areOfTheSeed_andChangeWhatTheDecoderIsShown() {
        drawnEventsAreOfTheSeed(new AutoencoderSizes(6, 8, 3, List.of(5), 2));
        List<Integer> four = List.of(4);
        drawnEventsAreOfTheSeed(new AutoencoderSizes(6, 6, 8, 2, four, four, four, four, 2));
    }

    private void drawnEventsAreOfTheSeed(AutoencoderSizes sizes) {
        SequenceAutoencoder autoencoder = autoencoder(sizes);
        int[][] sequences = sequences(4, sizes);
        float[] noise = noise(8);
        double taught = cost(autoencoder, sequences, noise, 0, 1);
        double drawn = cost(autoencoder, sequences, noise, 1, 1);
        assertThat(cost(autoencoder, sequences, noise, 0, 2)).isEqualTo(taught);
        assertThat(drawn).isNotEqualTo(taught).isEqualTo(cost(autoencoder, sequences, noise, 1, 1));
        assertThat(cost(autoencoder, sequences, noise, 1, 2)).isNotEqualTo(drawn);
    }

    private static double cost(
            SequenceAutoencoder autoencoder, int[][] sequences, float[] noise, double drawn, long seed) {
        return autoencoder
                .run(sequences, noise, new LossWeight(1, 0, drawn), new SplittableRandom(seed))
                .reconstruction();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void batches_costTheMeanOfTheirSequences(AutoencoderSizes sizes) {
        SequenceAutoencoder autoencoder = autoencoder(sizes);
        int[][] sequences = sequences(2, sizes);
        float[] noise = noise(2 * sizes.latentSize());
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            float[] own = new float[sizes.latentSize()];
            for (int j = 0; j < own.length; j++) {
                own[j] = noise[2 * j + i];
            }
            sum += cost(autoencoder, new int[][] {sequences[i]}, own, 0, 1);
        }
        assertThat(cost(autoencoder, sequences, noise, 0, 1)).isCloseTo(sum / 2, within(1e-5));
    }

    @Test
    void sizes_ofBarsThatAreNotAlike_areRefused() {
        List<Integer> one = List.of(1);
        assertThatThrownBy(() -> new AutoencoderSizes(4, 4, 5, 2, one, one, one, one, 1))
                .hasMessage("5 steps must be so many bars of one length, but were 2");
        assertThatThrownBy(() -> new AutoencoderSizes(4, 4, 5, 0, one, one, one, one, 1))
                .hasMessageContaining("but were 0");
    }

    @Test
    void inputs_thatAreNotThere_areRefused() {
        AutoencoderSizes sizes = new AutoencoderSizes(2, 3, 4, 1, List.of(), List.of(2), List.of(), List.of(2), 1);
        assertThatThrownBy(() -> new SequenceAutoencoder(sizes, new int[][] {{0}, {1}}))
                .hasMessage("inputs must be told for 3 classes, but were for 2");
        assertThatThrownBy(() -> new SequenceAutoencoder(sizes, new int[][] {{0}, {1}, {0, 2}}))
                .hasMessage("inputs of class 2 must be 0..1, but one was 2");
    }

    @Test
    void weights_outOfBounds_areRefused() {
        assertThatThrownBy(() -> new LossWeight(-1, 0, 0))
                .hasMessage("beta must be 0 or more and finite, but was -1.0");
        assertThatThrownBy(() -> new LossWeight(0, Double.NaN, 0)).hasMessageContaining("free nats must be");
        assertThatThrownBy(() -> new LossWeight(0, 0, 1.1)).hasMessageContaining("must be 0..1, but was 1.1");
        SequenceAutoencoder autoencoder = autoencoder(new AutoencoderSizes(3, 4, 2, List.of(3), 3));
        assertThatThrownBy(() -> autoencoder.parameter("no")).hasMessageContaining("but was no");
    }
}
