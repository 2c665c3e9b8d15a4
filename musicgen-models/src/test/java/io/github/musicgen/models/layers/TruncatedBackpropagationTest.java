package io.github.musicgen.models.layers;

import static io.github.musicgen.models.layers.Networks.classes;
import static io.github.musicgen.models.layers.Networks.random;
import static io.github.musicgen.models.layers.Networks.softmax;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A later segment of truncated backpropagation: its gradient is that of the loss of a run that begins with the carried state. */
class TruncatedBackpropagationTest {
    private static final int INPUTS = 4;
    private static final int CLASSES = 3;
    private static final int BATCH = 2;
    private static final int SEGMENT = 5;

    private final Random random = new Random(3);

    @ParameterizedTest
    @EnumSource
    void laterSegment_hasTheGradientOfTheRunThatCarriesTheState(LayerKind kind) {
        MultiLayerNetwork network =
                Networks.of(Networks.builder(), INPUTS, SEGMENT, kind.of(4), kind.of(3), softmax(CLASSES));
        network.paramTable().values().forEach(values -> Networks.fill(values, 0.7, random));
        train(network, random(random, 'f', BATCH, INPUTS, SEGMENT), classes(random, CLASSES, BATCH, SEGMENT));
        List<Map<String, INDArray>> carried = states(network);
        INDArray input = random(random, 'f', BATCH, INPUTS, SEGMENT);
        INDArray labels = classes(random, CLASSES, BATCH, SEGMENT);

        train(network, input, labels);
        assertThat(states(network)).isNotEqualTo(carried);

        FiniteDifferences.check(
                "parameters",
                network.params(),
                network.gradient().gradient().dup(),
                () -> {
                    restore(network, carried);
                    train(network, input, labels);
                    return network.score();
                },
                BATCH);
    }

    private static void train(MultiLayerNetwork network, INDArray input, INDArray labels) {
        network.setInput(input);
        network.setLabels(labels);
        network.computeGradientAndScore();
        network.updateRnnStateWithTBPTTState();
    }

    private static List<Map<String, INDArray>> states(MultiLayerNetwork network) {
        List<Map<String, INDArray>> states = new ArrayList<>();
        for (var layer : network.getLayers()) {
            if (layer instanceof RecurrentLayer recurrent) {
                states.add(Map.copyOf(recurrent.rnnGetTBPTTState()));
            }
        }
        return states;
    }

    private static void restore(MultiLayerNetwork network, List<Map<String, INDArray>> states) {
        for (int i = 0; i < states.size(); i++) {
            RecurrentLayer layer = (RecurrentLayer) network.getLayer(i);
            layer.rnnSetTBPTTState(states.get(i));
            layer.rnnSetPreviousState(states.get(i));
        }
    }
}
