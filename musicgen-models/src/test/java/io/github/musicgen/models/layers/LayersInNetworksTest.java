package io.github.musicgen.models.layers;

import static io.github.musicgen.models.layers.Networks.classes;
import static io.github.musicgen.models.layers.Networks.random;
import static io.github.musicgen.models.layers.Networks.softmax;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Our layers as parts of Deeplearning4j's networks: files, graphs, steps in pieces, dropout. */
class LayersInNetworksTest {
    private static final int INPUTS = 5;
    private static final int CLASSES = 4;
    private static final int BATCH = 3;
    private static final int STEPS = 9;

    private final Random random = new Random(13);
    private final INDArray input = random(random, 'f', BATCH, INPUTS, STEPS);
    private final INDArray labels = classes(random, CLASSES, BATCH, STEPS);

    private static MultiLayerNetwork network(LayerKind kind) {
        return Networks.of(INPUTS, kind.of(6), kind.of(4), softmax(CLASSES));
    }

    @ParameterizedTest
    @EnumSource
    void configuration_isTheSame_afterJson(LayerKind kind) {
        MultiLayerConfiguration written = network(kind).getLayerWiseConfigurations();

        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(written.toJson());

        assertThat(read).isEqualTo(written);
        assertThat(read.toJson()).isEqualTo(written.toJson());
    }

    @ParameterizedTest
    @EnumSource
    void savedNetwork_givesTheSameOutput(LayerKind kind, @TempDir Path folder) throws IOException {
        MultiLayerNetwork network = network(kind);
        Path file = folder.resolve("network.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);

        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file.toFile());

        assertThat(restored.output(input)).isEqualTo(network.output(input));
    }

    @ParameterizedTest
    @EnumSource
    void graph_computesAndLearns_asTheNetworkDoes(LayerKind kind) {
        MultiLayerNetwork network = network(kind);
        ComputationGraph graph = graph(kind);
        graph.setParams(network.params().dup());
        StockParityTest.assertClose(graph.outputSingle(input), network.output(input));

        network.fit(new DataSet(input, labels));
        graph.fit(new DataSet(input, labels));

        StockParityTest.assertClose(graph.params(), network.params());
        network.paramTable()
                .forEach((name, values) ->
                        assertThat(graph.getParam("layer" + name)).isNotNull());
    }

    private static ComputationGraph graph(LayerKind kind) {
        ComputationGraphConfiguration configuration = Networks.builder()
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.recurrent(INPUTS))
                .addLayer("layer0", kind.of(6), "input")
                .addLayer("layer1", kind.of(4), "layer0")
                .addLayer("layer2", softmax(CLASSES), "layer1")
                .setOutputs("layer2")
                .backpropType(BackpropType.Standard)
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return graph;
    }

    @ParameterizedTest
    @EnumSource
    void rnnTimeStep_inPieces_isTheWholeOutput(LayerKind kind) {
        MultiLayerNetwork network = network(kind);
        INDArray whole = network.output(input);

        INDArray first = network.rnnTimeStep(piece(0, 2)).dup();
        INDArray second = network.rnnTimeStep(piece(2, 3)).dup();
        INDArray third = network.rnnTimeStep(piece(3, STEPS)).dup();

        StockParityTest.assertClose(Nd4j.concat(2, first, second, third), whole);
        network.rnnClearPreviousState();
        StockParityTest.assertClose(network.rnnTimeStep(piece(0, 2)), first);
    }

    private INDArray piece(int from, int to) {
        return input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }

    @ParameterizedTest
    @EnumSource
    void batches_ofOtherSizes_leaveNothingBehind(LayerKind kind) {
        MultiLayerNetwork used = network(kind);
        for (int[] size : new int[][] {{BATCH, STEPS}, {1, 1}, {BATCH + 2, 3}, {2, STEPS + 5}, {BATCH, STEPS}}) {
            INDArray batch = random(random, 'f', size[0], INPUTS, size[1]);
            INDArray answers = classes(random, CLASSES, size[0], size[1]);
            MultiLayerNetwork fresh = network(kind);
            fresh.setParams(used.params().dup());

            assertThat(gradient(used, batch, answers)).isEqualTo(gradient(fresh, batch, answers));
        }
    }

    private static INDArray gradient(MultiLayerNetwork network, INDArray batch, INDArray answers) {
        network.setInput(batch);
        network.setLabels(answers);
        network.computeGradientAndScore();
        return network.gradient().gradient().dup();
    }

    @ParameterizedTest
    @EnumSource
    void dropout_isOffInEvaluation(LayerKind kind) {
        MultiLayerNetwork dropping = dropping(kind);
        MultiLayerNetwork plain = network(kind);
        plain.setParams(dropping.params().dup());

        assertThat(dropping.output(input)).isEqualTo(plain.output(input));
    }

    @ParameterizedTest
    @EnumSource
    void dropout_leavesOutTheSame_onTheWayBack(LayerKind kind) {
        MultiLayerNetwork network = dropping(kind);
        Nd4j.getRandom().setSeed(1);
        INDArray ofInput = network.calculateGradients(input, labels, null, null)
                .getSecond()
                .dup('f');
        network.setInput(input);
        network.setLabels(labels);

        FiniteDifferences.check(
                "input",
                FiniteDifferences.flat(input),
                FiniteDifferences.flat(ofInput),
                () -> {
                    Nd4j.getRandom().setSeed(1);
                    network.computeGradientAndScore();
                    return network.score();
                },
                BATCH);
        assertThat(ofInput.eq(0).castTo(ofInput.dataType()).meanNumber().doubleValue())
                .as("share of inputs that were left out")
                .isBetween(0.2, 0.8);
    }

    private static MultiLayerNetwork dropping(LayerKind kind) {
        var builder = Networks.builder().dropOut(0.5);
        return Networks.of(builder, INPUTS, 0, kind.of(6), kind.of(4), softmax(CLASSES));
    }
}
