package io.github.musicgen.bench;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.models.layers.FusedAttentionLstm;
import io.github.musicgen.models.layers.FusedLstm;
import io.github.musicgen.models.layers.FusedSoftmaxOutput;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The basic melody network in different layers, and a batch for it. */
public enum TrainedNetwork {
    /** Our layers. */
    FUSED,
    /** Ours, the first of which looks back at its last 40 outputs. */
    FUSED_ATTENTION,
    /** Ours, the whole stack of which does. */
    FUSED_ATTENTION_AROUND_ALL,
    /** Deeplearning4j's own. */
    STOCK;

    private static final int CLASSES = 38;
    private static final int BATCH = 64;
    private static final int STEPS = 128;

    /** OpenMP, which ND4J's own loops use, is told by the environment or by ND4J. */
    static void useOneThread() {
        Loader.load(openblas_nolapack.class);
        blas_set_num_threads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
    }

    MultiLayerNetwork of(int units) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .updater(new Adam(0.001))
                .list();
        for (Layer layer : layers(units)) {
            layers.layer(layer);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(
                layers.setInputType(InputType.recurrent(CLASSES)).build());
        network.init();
        return network;
    }

    private Layer[] layers(int units) {
        return switch (this) {
            case FUSED ->
                new Layer[] {
                    new FusedLstm.Builder().nOut(units).inputGradient(false).build(),
                    new FusedLstm.Builder().nOut(units).build(),
                    new FusedSoftmaxOutput.Builder().nOut(CLASSES).build()
                };
            case FUSED_ATTENTION ->
                new Layer[] {
                    new FusedAttentionLstm.Builder()
                            .layers(units)
                            .inputGradient(false)
                            .build(),
                    new FusedLstm.Builder().nOut(units).build(),
                    new FusedSoftmaxOutput.Builder().nOut(CLASSES).build()
                };
            case FUSED_ATTENTION_AROUND_ALL ->
                new Layer[] {
                    new FusedAttentionLstm.Builder()
                            .layers(units, units)
                            .inputGradient(false)
                            .build(),
                    new FusedSoftmaxOutput.Builder().nOut(CLASSES).build()
                };
            case STOCK ->
                new Layer[] {
                    new LSTM.Builder().nOut(units).activation(Activation.TANH).build(),
                    new LSTM.Builder().nOut(units).activation(Activation.TANH).build(),
                    new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                            .nOut(CLASSES)
                            .activation(Activation.SOFTMAX)
                            .build()
                };
        };
    }

    /** Classes, one-hot. */
    INDArray input() {
        return oneHot(1);
    }

    /** As the network's last layer wants them. */
    INDArray labels() {
        return this == STOCK ? oneHot(2) : numbers(2);
    }

    private static INDArray numbers(long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        INDArray numbers = Nd4j.create(DataType.INT32, BATCH, 1, STEPS);
        for (long i = 0; i < numbers.length(); i++) {
            numbers.putScalar(i, (int) (random.nextDouble() * CLASSES));
        }
        return numbers;
    }

    private static INDArray oneHot(long seed) {
        INDArray numbers = numbers(seed);
        INDArray values = Nd4j.create(DataType.FLOAT, new long[] {BATCH, CLASSES, STEPS}, 'f');
        for (int example = 0; example < BATCH; example++) {
            for (int step = 0; step < STEPS; step++) {
                values.putScalar(new int[] {example, numbers.getInt(example, 0, step), step}, 1);
            }
        }
        return values;
    }
}
