package io.github.musicgen.models.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network with attention against the engine that will run its weights. Both compute in FLOAT, in other orders. */
class AttentionParityTest {
    private static final int BATCH = 3;
    private static final int STEPS = 25;
    private static final int LENGTH = 7;
    private static final double TOLERANCE = 1e-5;

    private final Random random = new Random(11);

    @ParameterizedTest
    @EnumSource
    void sameWeights_giveTheSameScores(Attention.Scope scope) throws MalformedModelException {
        MelodyRnnConfiguration configuration = MelodyRnnConfiguration.attentionRnn()
                .withLayers(12, 9)
                .withAttention(Optional.of(new Attention(LENGTH, scope)));
        MultiLayerNetwork network = network(configuration, scope);
        MelodyRnn model = MelodyRnn.of(configuration, tensors(configuration, network, scope), Engine.portable());
        INDArray input =
                Networks.random(random, 'f', BATCH, configuration.encoding().inputSize(), STEPS);

        INDArray probabilities = network.output(input);

        for (int example = 0; example < BATCH; example++) {
            NetworkState run = model.network().start();
            for (int step = 0; step < STEPS; step++) {
                double[] expected = logProbabilities(scores(run, input, example, step));
                for (int i = 0; i < expected.length; i++) {
                    assertThat(Math.log(probabilities.getDouble(example, i, step)))
                            .as("example %d, step %d, class %d", example, step, i)
                            .isCloseTo(expected[i], within(TOLERANCE));
                }
            }
        }
    }

    private MultiLayerNetwork network(MelodyRnnConfiguration configuration, Attention.Scope scope) {
        int inputs = configuration.encoding().inputSize();
        int classes = configuration.encoding().classCount();
        MultiLayerNetwork network = scope == Attention.Scope.FIRST_LAYER
                ? Networks.of(inputs, Networks.attention(LENGTH, 12), Networks.lstm(9), Networks.softmax(classes))
                : Networks.of(inputs, Networks.attention(LENGTH, 12, 9), Networks.softmax(classes));
        network.paramTable().values().forEach(values -> Networks.fill(values, 0.4, random));
        return network;
    }

    private static float[] scores(NetworkState run, INDArray input, int example, int step) {
        run.begin();
        for (int i = 0; i < input.size(1); i++) {
            run.add(i, input.getFloat(example, i, step));
        }
        return run.finish();
    }

    private static double[] logProbabilities(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score);
        }
        double[] logs = new double[scores.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = scores[i] - Math.log(sum);
        }
        return logs;
    }

    private static TensorTable tensors(
            MelodyRnnConfiguration configuration, MultiLayerNetwork network, Attention.Scope scope) {
        Map<String, String> names = names(scope);
        List<Tensor> tensors = new ArrayList<>();
        MelodyRnnTensors.schema(configuration).shapes().forEach((name, shape) -> {
            INDArray values = network.getParam(names.get(name));
            tensors.add(new Tensor(name, shape, values.dup('c').data().asFloat()));
        });
        return TensorTable.of(tensors);
    }

    /** What a bundle's tensors are called in the network. */
    private static Map<String, String> names(Attention.Scope scope) {
        Map<String, String> names = new LinkedHashMap<>();
        boolean stack = scope == Attention.Scope.WHOLE_STACK;
        addCells(names, 0, "0_%s0");
        addCells(names, 1, stack ? "0_%s1" : "1_%s");
        addMix(names, MelodyRnnTensors.INPUT_MIX, "0_inputMix");
        names.put(MelodyRnnTensors.weights(MelodyRnnTensors.QUERY), "0_queryW");
        names.put(MelodyRnnTensors.bias(MelodyRnnTensors.QUERY), "0_queryb");
        names.put(MelodyRnnTensors.KEYS, "0_keys");
        names.put(MelodyRnnTensors.SCORE, "0_score");
        addMix(names, MelodyRnnTensors.OUTPUT_MIX, "0_outputMix");
        names.put(MelodyRnnTensors.weights(MelodyRnnTensors.OUTPUT), stack ? "1_W" : "2_W");
        names.put(MelodyRnnTensors.bias(MelodyRnnTensors.OUTPUT), stack ? "1_b" : "2_b");
        return names;
    }

    private static void addCells(Map<String, String> names, int layer, String format) {
        String scope = MelodyRnnTensors.layer(layer);
        names.put(MelodyRnnTensors.inputWeights(scope), String.format(format, "W"));
        names.put(MelodyRnnTensors.recurrentWeights(scope), String.format(format, "RW"));
        names.put(MelodyRnnTensors.bias(scope), String.format(format, "b"));
    }

    private static void addMix(Map<String, String> names, String scope, String prefix) {
        names.put(MelodyRnnTensors.weights(scope), prefix + "W");
        names.put(MelodyRnnTensors.readingWeights(scope), prefix + "R");
        names.put(MelodyRnnTensors.bias(scope), prefix + "b");
    }
}
