package io.github.musicgen.models.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import io.github.musicgen.models.network.MelodyNetwork;
import io.github.musicgen.models.network.NetworkOptions;
import io.github.musicgen.representation.encoding.MelodyEncodings;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import io.github.musicgen.representation.encoding.StepEncoder;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.pianoroll.PianoRoll;
import io.github.musicgen.representation.pianoroll.PitchRange;
import io.github.musicgen.representation.time.Grid;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

class MusicArraysTest {
    private static final Melody MELODY = Melody.of(60, -2, 62, -2, 64, -1, -2, 65, 67, -2);

    static List<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all();
    }

    static List<SequenceEncoding> encodings() {
        return List.of(
                MelodyEncodings.oneHot(48, 84), MelodyEncodings.lookback(48, 84), MelodyEncodings.keyMelody(48, 84));
    }

    @Test
    void pianoRolls_thereAndBack_areTheSame() {
        PianoRoll roll = PianoRoll.velocity(Tunes.band(), Grid.perQuarter(4));
        INDArray frames = MusicArrays.of(roll.frames());
        assertThat(frames.shape()).containsExactly(roll.steps(), 128);
        for (int step = 0; step < roll.steps(); step++) {
            for (int pitch = 0; pitch < 128; pitch++) {
                assertThat(frames.getFloat(step, pitch)).isEqualTo(roll.frames().value(step, pitch));
            }
        }
        assertThat(MusicArrays.roll(frames, PitchRange.ALL).above(0.5f)).isEqualTo(roll.frames());
        INDArray velocities = MusicArrays.of(roll.velocities().orElseThrow());
        assertThat(MusicArrays.roll(velocities, PitchRange.ALL))
                .isEqualTo(roll.velocities().orElseThrow());
        // However it lies in memory.
        assertThat(MusicArrays.roll(velocities.dup('f'), PitchRange.ALL))
                .isEqualTo(roll.velocities().orElseThrow());
    }

    @Test
    void roll_ofAnotherWidth_isRefused() {
        assertThatThrownBy(() -> MusicArrays.roll(Nd4j.zeros(4, 88), PitchRange.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be [steps, 128], but was [4, 88]");
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void inputsAndLabels_areThoseOfTheEncoding(SequenceEncoding encoding) {
        INDArray inputs = MusicArrays.inputs(MELODY, encoding);
        INDArray labels = MusicArrays.labels(MELODY, encoding);
        assertThat(inputs.shape()).containsExactly(1, encoding.inputSize(), MELODY.length() - 1);
        assertThat(labels.shape()).containsExactly(1, 1, MELODY.length() - 1);
        StepEncoder encoder = encoding.start();
        for (int step = 0; step + 1 < MELODY.length(); step++) {
            encoder.append(MELODY.event(step));
            float[] expected = new float[encoding.inputSize()];
            encoder.writeInput((index, value) -> expected[index] += value);
            for (int index = 0; index < expected.length; index++) {
                assertThat(inputs.getFloat(0, index, step)).isEqualTo(expected[index]);
            }
            assertThat(labels.getInt(0, 0, step)).isEqualTo(encoder.label(MELODY.event(step + 1)));
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void weights_thereAndBack_areTheSame(MelodyRnnConfiguration configuration) throws Exception {
        Bundle bundle = TinyModels.of(configuration.withLayers(6, 5), 3);
        Bundle again = Bundle.of(
                configuration.withLayers(6, 5),
                MusicArrays.tensors(MusicArrays.weights(bundle)),
                bundle.card(),
                bundle.sampling());
        assertThat(again.hash()).isEqualTo(bundle.hash());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void bundles_asNetworksAndBack_areTheSame(MelodyRnnConfiguration configuration) throws Exception {
        Bundle bundle = TinyModels.of(configuration.withLayers(6, 5), 3);
        MultiLayerNetwork network = MelodyNetwork.of(bundle, NetworkOptions.of(new Adam(0.01)));
        Bundle again = new MelodyNetwork(bundle.configuration())
                .bundle(network, ModelCard.of(bundle.card().id()), SamplingOptions.DEFAULT);
        assertThat(again.hash()).isEqualTo(bundle.hash());
    }

    @Test
    void aBundle_asANetwork_answersAsTheEngineDoes() {
        Bundle bundle = TinyModels.of(MelodyRnnConfiguration.lookbackRnn().withLayers(6, 5), 3);
        MultiLayerNetwork network = MelodyNetwork.of(bundle, NetworkOptions.of(new Adam(0.01)));
        INDArray answers =
                network.output(MusicArrays.inputs(MELODY, bundle.configuration().encoding()));
        MelodyRnnState state = bundle.model(Engine.portable()).start();
        for (int step = 0; step + 1 < MELODY.length(); step++) {
            state.feed(MELODY.event(step));
            double[] expected = io.github.musicgen.api.engine.Softmax.of(state.scores());
            for (int index = 0; index < expected.length; index++) {
                assertThat(answers.getDouble(0, index, step)).isCloseTo(expected[index], within(1e-5));
            }
        }
    }
}
