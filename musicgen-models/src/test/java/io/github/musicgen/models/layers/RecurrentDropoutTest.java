package io.github.musicgen.models.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RecurrentDropoutTest {
    private static final int INPUTS = 4;
    private static final int CLASSES = 3;
    private static final int BATCH = 2;
    private static final int STEPS = 7;

    private final Random random = new Random(5);

    private MultiLayerNetwork network(LayerKind kind, double dropped) {
        Layer first = kind.of(4);
        Layer second = kind.of(3);
        for (Layer layer : List.of(first, second)) {
            ((BaseRecurrentLayer) layer).setWeightNoise(new RecurrentDropout(dropped));
        }
        MultiLayerNetwork network = Networks.of(
                INPUTS,
                first,
                second,
                new FusedSoftmaxOutput.Builder().nOut(CLASSES).build());
        network.paramTable().values().forEach(values -> Networks.fill(values, 0.7, random));
        network.setInput(Networks.random(random, 'f', BATCH, INPUTS, STEPS));
        network.setLabels(Networks.classes(random, CLASSES, BATCH, STEPS));
        return network;
    }

    /** The same weights are left out again and again, so that the loss is a function of the rest. */
    private static double loss(MultiLayerNetwork network) {
        Nd4j.getRandom().setSeed(3);
        network.computeGradientAndScore();
        return network.score();
    }

    @ParameterizedTest
    @EnumSource
    void weights_leftOutOrNot_haveTheirGradients(LayerKind kind) {
        MultiLayerNetwork network = network(kind, 0.4);
        loss(network);
        INDArray gradient = network.gradient().gradient().dup();
        FiniteDifferences.check("parameters", network.params(), gradient, () -> loss(network), BATCH);
    }

    @Test
    void weights_leftOut_areAsManyAsAskedFor_andRecurrentAlone() {
        MultiLayerNetwork network = network(LayerKind.LSTM, 0.4);
        long dropped = 0;
        long all = 0;
        for (int seed = 0; seed < 50; seed++) {
            Nd4j.getRandom().setSeed(seed);
            network.computeGradientAndScore();
            for (String name : List.of("0_RW", "1_RW")) {
                INDArray gradient = network.gradient().getGradientFor(name);
                dropped +=
                        gradient.eq(0).castTo(gradient.dataType()).sumNumber().longValue();
                all += gradient.length();
            }
            INDArray input = network.gradient().getGradientFor("1_W");
            assertThat(input.eq(0).castTo(input.dataType()).sumNumber().longValue())
                    .isZero();
        }
        assertThat((double) dropped / all).isBetween(0.36, 0.44);
    }

    @Test
    void weights_ofZero_areLearnedToo() {
        MultiLayerNetwork network = network(LayerKind.LSTM, 0.4);
        network.getParam("0_RW").assign(0);
        network.computeGradientAndScore();
        assertThat(network.gradient().getGradientFor("0_RW").norm1Number().doubleValue())
                .isPositive();
    }

    @Test
    void answers_outsideTraining_knowNothingOfIt() {
        MultiLayerNetwork network = network(LayerKind.LSTM, 0.4);
        MultiLayerNetwork plain = network(LayerKind.LSTM, 0);
        plain.setParams(network.params());
        INDArray input = Networks.random(random, 'f', BATCH, INPUTS, STEPS);
        assertThat(network.output(input)).isEqualTo(plain.output(input));
    }

    @Test
    void json_ofANetwork_bringsItBack() {
        MultiLayerConfiguration configuration = network(LayerKind.LSTM, 0.4).getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void dropped_outOfBounds_isRefused(double dropped) {
        assertThatThrownBy(() -> new RecurrentDropout(dropped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 0 and less than 1, but was " + dropped);
    }
}
