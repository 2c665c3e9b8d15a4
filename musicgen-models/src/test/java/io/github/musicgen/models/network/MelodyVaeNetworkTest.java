package io.github.musicgen.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyvae.DecoderLayers;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.layers.sequence.AutoencoderLoss;
import io.github.musicgen.models.layers.sequence.LossWeight;
import io.github.musicgen.models.layers.sequence.SequenceAutoencoder;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MelodyVaeNetworkTest {
    private static final MelodyVaeConfiguration SMALL = MelodyVaeConfiguration.small()
            .withRange(48, 84)
            .withEncoder(11)
            .withDecoder(13, 9)
            .withLatentSize(7);

    private static final MelodyVaeConfiguration BARS = SMALL.withBars(4)
            .withEncoder(EncoderLayers.byBars(6, 9))
            .withDecoder(DecoderLayers.flat(13, 9).under(8, 5));

    private static final MelodyVaeConfiguration DRUMS = MelodyVaeConfiguration.smallDrums()
            .withEncoder(11)
            .withDecoder(13, 9)
            .withLatentSize(7);

    static List<MelodyVaeConfiguration> configurations() {
        return List.of(
                SMALL,
                SMALL.withDecoder(10),
                SMALL.withEncoder(EncoderLayers.whole(9, 6, 7)),
                SMALL.withEncoder(new EncoderLayers(List.of(6, 5), List.of(8, 4)))
                        .withBars(3),
                BARS,
                BARS.withBars(16).withEncoder(EncoderLayers.whole(9, 8)),
                MelodyVaeConfiguration.small().withEncoder(40).withDecoder(32, 32),
                DRUMS,
                DRUMS.withBars(4)
                        .withEncoder(EncoderLayers.byBars(6, 9))
                        .withDecoder(DecoderLayers.flat(13, 9).under(8, 5)));
    }

    /** The encoder is shown ten numbers, the decoder has 512 classes: the count of Magenta's cat-drums_2bar_small. */
    @Test
    void create_ofDrums_hasAsManyParametersAsTheBundle() {
        MelodyVaeConfiguration small = MelodyVaeConfiguration.smallDrums();
        assertThat(new MelodyVaeNetwork(small).create(1).parameters().length())
                .isEqualTo(4_636_672)
                .isEqualTo(MelodyVaeTensors.schema(small).valueCount());
    }

    /** As a trained one is: random beginnings are too near to nothing for a difference to show. */
    private static SequenceAutoencoder lively(MelodyVaeNetwork networks) {
        SequenceAutoencoder network = networks.create(3);
        SeededRandom random = SeededRandom.ofSeed(4);
        for (long i = 0; i < network.parameters().length(); i++) {
            float old = network.parameters().getFloat(i);
            network.parameters().putScalar(i, old + (float) (0.1 * random.nextGaussian()));
        }
        return network;
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void engine_answersAsTheNetwork(MelodyVaeConfiguration configuration) throws Exception {
        MelodyVaeNetwork networks = new MelodyVaeNetwork(configuration);
        SequenceAutoencoder network = lively(networks);
        MelodyVae model = MelodyVaeBundle.of(
                        configuration, networks.weights(network), ModelCard.of("x"), SamplingOptions.DEFAULT)
                .model(Engine.portable());
        int[] classes = new int[configuration.steps()];
        int[] events = new int[classes.length];
        SeededRandom random = SeededRandom.ofSeed(8);
        for (int i = 0; i < classes.length; i++) {
            classes[i] = random.nextInt(configuration.vocabulary().size());
            events[i] = configuration.vocabulary().event(classes[i]);
        }
        AutoencoderLoss loss = network.run(
                new int[][] {classes},
                new float[configuration.latentSize()],
                new LossWeight(1, 0, 0),
                new SplittableRandom(1));
        Posterior posterior = model.encode(events);
        MelodyVaeState state = model.start(posterior.mean());
        double nats = 0;
        for (int event : events) {
            nats -= state.logProbability(event);
            state.feed(event);
        }
        assertThat(nats / events.length).isCloseTo(loss.reconstruction() / events.length, within(1e-5));
        assertThat(posterior.divergence() / configuration.latentSize())
                .isCloseTo(loss.divergence() / configuration.latentSize(), within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void weights_comeBackToTheBit(MelodyVaeConfiguration configuration) {
        MelodyVaeNetwork networks = new MelodyVaeNetwork(configuration);
        SequenceAutoencoder network = lively(networks);
        TensorTable weights = networks.weights(network);
        assertThat(weights.schema().valueCount())
                .isEqualTo(network.parameters().length())
                .isEqualTo(MelodyVaeTensors.schema(configuration).valueCount());
        assertThat(networks.of(weights).parameters()).isEqualTo(network.parameters());
        TensorTable again = networks.weights(networks.of(weights));
        for (Tensor tensor : weights) {
            assertThat(again.tensor(tensor.name()).values()).containsExactly(tensor.values());
        }
    }

    @Test
    void create_isOfItsSeed_remembersAtFirst_andEncodesNearlyNothing() throws Exception {
        MelodyVaeNetwork networks = new MelodyVaeNetwork(SMALL);
        assertThat(networks.create(1).parameters()).isEqualTo(networks.create(1).parameters());
        assertThat(networks.create(1).parameters())
                .isNotEqualTo(networks.create(2).parameters());
        TensorTable weights = networks.weights(networks.create(1));
        float[] bias = weights.tensor("decoder.layer.1.bias").values();
        for (int i = 0; i < bias.length; i++) {
            assertThat(bias[i]).isEqualTo(i >= 9 && i < 18 ? 1 : 0); // i f o j
        }
        for (float value : weights.tensor("encoder.mean.weights").values()) {
            assertThat(Math.abs(value)).isLessThan(0.01f);
        }
        assertThat(weights.tensor("decoder.latent_weights").values()).doesNotContain(0);
    }

    @Test
    void create_ofAConductor_remembersAtFirst_andBeginsWithNearlyNothing() {
        MelodyVaeNetwork networks = new MelodyVaeNetwork(BARS);
        TensorTable weights = networks.weights(networks.create(1));
        float[] bias = weights.tensor("conductor.layer.0.bias").values();
        for (int i = 0; i < bias.length; i++) {
            assertThat(bias[i]).isEqualTo(i >= 8 && i < 16 ? 1 : 0); // i f o j
        }
        for (float value : weights.tensor("conductor.initial.weights").values()) {
            assertThat(Math.abs(value)).isLessThan(0.01f);
        }
        assertThat(weights.tensor("conductor.layer.0.recurrent_weights").values())
                .doesNotContain(0);
    }
}
