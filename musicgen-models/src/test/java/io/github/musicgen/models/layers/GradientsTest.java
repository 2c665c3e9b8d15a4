package io.github.musicgen.models.layers;

import static io.github.musicgen.models.layers.Networks.classes;
import static io.github.musicgen.models.layers.Networks.random;

import java.util.Random;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every gradient of every layer against finite differences of the loss. */
class GradientsTest {
    private static final int INPUTS = 4;
    private static final int CLASSES = 3;
    private static final int BATCH = 2;
    private static final int STEPS = 7;

    private final Random random = new Random(5);

    @ParameterizedTest
    @EnumSource
    void parametersAndInput_haveTheirGradients(LayerKind kind) {
        check(network(kind), BATCH, STEPS);
    }

    @ParameterizedTest
    @CsvSource({"LSTM,1,1", "LSTM,3,5", "TANH,1,1", "ATTENTION,1,1", "ATTENTION,1,5", "ATTENTION,3,2"})
    void batchesAndSequences_ofOneAndOdd_haveTheirGradients(LayerKind kind, int batch, int steps) {
        check(network(kind), batch, steps);
    }

    private void check(MultiLayerNetwork network, int batch, int steps) {
        INDArray input = random(random, 'f', batch, INPUTS, steps);
        INDArray labels = classes(random, CLASSES, batch, steps);
        INDArray ofInput = network.calculateGradients(input, labels, null, null)
                .getSecond()
                .dup('f');
        network.setInput(input);
        network.setLabels(labels);

        checkParameters(network, batch);
        FiniteDifferences.check(
                "input", FiniteDifferences.flat(input), FiniteDifferences.flat(ofInput), () -> loss(network), batch);
    }

    private static void checkParameters(MultiLayerNetwork network, int batch) {
        network.computeGradientAndScore();
        INDArray gradient = network.gradient().gradient().dup();
        FiniteDifferences.check("parameters", network.params(), gradient, () -> loss(network), batch);
    }

    @ParameterizedTest
    @EnumSource
    void masks_ofLayersAndLabels_maskGradients(LayerKind kind) {
        MultiLayerNetwork network = network(kind);
        INDArray mask = Nd4j.ones(BATCH, STEPS);
        mask.putScalar(0, 3, 0);
        mask.putScalar(1, STEPS - 2, 0);
        mask.putScalar(1, STEPS - 1, 0);
        network.setInput(random(random, 'f', BATCH, INPUTS, STEPS));
        network.setLabels(classes(random, CLASSES, BATCH, STEPS));
        network.setLayerMaskArrays(null, mask);
        // The network itself leaves recurrent layers without a mask, wrappers such as Bidirectional do not.
        network.getLayer(0).setMaskArray(mask);
        network.getLayer(1).setMaskArray(mask);

        checkParameters(network, BATCH);
    }

    private MultiLayerNetwork network(LayerKind kind) {
        Layer output = new FusedSoftmaxOutput.Builder().nOut(CLASSES).build();
        MultiLayerNetwork network = Networks.of(INPUTS, kind.of(4), kind.of(3), output);
        network.paramTable().values().forEach(values -> Networks.fill(values, 0.7, random));
        return network;
    }

    private static double loss(MultiLayerNetwork network) {
        network.computeGradientAndScore();
        return network.score();
    }
}
