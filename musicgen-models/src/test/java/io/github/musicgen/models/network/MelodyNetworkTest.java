package io.github.musicgen.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.encoding.StepEncoder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

class MelodyNetworkTest {
    private static final int STEPS = 100;
    private static final NetworkOptions OPTIONS =
            new NetworkOptions(new Adam(0.01), 0.2, 0.5, 0, 0, OptionalInt.empty(), 3);

    static Stream<MelodyRnnConfiguration> configurations() {
        return Stream.concat(plain(), attending());
    }

    private static Stream<MelodyRnnConfiguration> attending() {
        return Stream.of(Attention.Scope.values())
                .map(scope -> MelodyRnnConfiguration.attentionRnn()
                        .withAttention(Optional.of(new Attention(7, scope)))
                        .withLayers(20, 13));
    }

    private static Stream<MelodyRnnConfiguration> plain() {
        return Stream.of(CellKind.values())
                .flatMap(cell -> Stream.of(
                                MelodyRnnConfiguration.basicRnn(),
                                MelodyRnnConfiguration.monoRnn(),
                                MelodyRnnConfiguration.lookbackRnn())
                        .map(configuration -> configuration.withCell(cell)))
                .flatMap(configuration -> Stream.of(List.of(33), List.of(24, 17), List.of(16, 16, 16))
                        .map(configuration::withLayers));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void portableEngine_answersAsTheNetworkDoes(MelodyRnnConfiguration configuration) throws MalformedModelException {
        MelodyNetwork networks = new MelodyNetwork(configuration);
        MultiLayerNetwork network = networks.create(OPTIONS);
        // Larger weights than random ones commit themselves; what feeds back otherwise than through gates comes near
        // chaos then,
        // where roundings part for good.
        boolean gated = configuration.cell() == CellKind.LSTM
                && configuration.attention().isEmpty();
        network.params().muli(gated ? 2 : 1);
        MelodyRnn model = MelodyRnn.of(configuration, networks.weights(network), Engine.portable());
        int[] events = events();

        INDArray answers = network.output(inputs(configuration, events));

        MelodyRnnState state = model.start();
        for (int step = 0; step < STEPS; step++) {
            state.feed(events[step]);
            double[] expected = softmax(state.scores());
            for (int index = 0; index < expected.length; index++) {
                assertThat(answers.getDouble(0, index, step)).isEqualTo(expected[index], within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void weights_thereAndBack_areTheSame(MelodyRnnConfiguration configuration) {
        MelodyNetwork networks = new MelodyNetwork(configuration);
        MultiLayerNetwork one = networks.create(OPTIONS);
        MultiLayerNetwork other =
                networks.create(new NetworkOptions(new Adam(0.01), 0, 0, 0, 0, OptionalInt.empty(), 4));
        assertThat(other.params()).isNotEqualTo(one.params());

        networks.setWeights(other, networks.weights(one));

        assertThat(other.params()).isEqualTo(one.params());
    }

    @Test
    void attentionAroundSimpleCells_isRefused() {
        assertThatThrownBy(() ->
                        new MelodyNetwork(MelodyRnnConfiguration.attentionRnn().withCell(CellKind.TANH)))
                .hasMessage("attention can be trained around LSTM cells alone, but the cells were tanh");
    }

    private static int[] events() {
        SeededRandom random = SeededRandom.ofSeed(5);
        int[] events = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            events[i] = random.nextInt(3) == 0 ? 55 + random.nextInt(20) : -2;
        }
        return events;
    }

    private static INDArray inputs(MelodyRnnConfiguration configuration, int[] events) {
        INDArray inputs =
                Nd4j.create(DataType.FLOAT, 1, configuration.encoding().inputSize(), STEPS);
        StepEncoder encoder = configuration.encoding().start();
        for (int i = 0; i < STEPS; i++) {
            int step = i;
            encoder.append(events[i]);
            encoder.writeInput((index, value) -> inputs.putScalar(new int[] {0, index, step}, value));
        }
        return inputs;
    }

    private static double[] softmax(float[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        double[] powers = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.exp(scores[i] - highest);
            sum += powers[i];
        }
        for (int i = 0; i < powers.length; i++) {
            powers[i] /= sum;
        }
        return powers;
    }
}
