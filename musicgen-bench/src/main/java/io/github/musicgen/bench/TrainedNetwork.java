package io.github.musicgen.bench;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import io.github.musicgen.models.layers.FusedAttentionLstm;
import io.github.musicgen.models.layers.FusedLstm;
import io.github.musicgen.models.layers.FusedSoftmaxOutput;
import java.util.ServiceLoader;
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

/** The basic melody network in different layers. */
public enum TrainedNetwork {
    /** Our layers. */
    FUSED,
    /** Ours, the first of which looks back at its last 40 outputs. */
    FUSED_ATTENTION,
    /** Ours, the whole stack of which does. */
    FUSED_ATTENTION_AROUND_ALL,
    /** Deeplearning4j's own. */
    STOCK,
    /** PyTorch's through the Deep Java Library; in the profile {@code rivals}. */
    PYTORCH;

    /** OpenMP, which ND4J's own loops use, is told by the environment or by ND4J. */
    public static void useOneThread() {
        Nd4j.getEnvironment().setMaxMasterThreads(1); // ND4J sets the threads of products, too, when it starts
        blas_set_num_threads(1);
    }

    TrainingLoop begin(int units) {
        if (this == PYTORCH) {
            return runtime().begin(units);
        }
        useOneThread();
        MultiLayerNetwork network = of(units);
        INDArray shown = oneHot(TrainingBatch.shown());
        INDArray answers = this == STOCK ? oneHot(TrainingBatch.answers()) : numbers(TrainingBatch.answers());
        return () -> {
            network.fit(shown, answers);
            return network.score();
        };
    }

    private TrainingRuntime runtime() {
        for (TrainingRuntime runtime : ServiceLoader.load(TrainingRuntime.class)) {
            if (runtime.network() == this) {
                return runtime;
            }
        }
        throw new IllegalStateException("network " + this
                + " must be on the class path, but was not: musicgen-bench/rivals/measure.sh runs it on its own");
    }

    private MultiLayerNetwork of(int units) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .updater(new Adam(0.001))
                .list();
        for (Layer layer : layers(units)) {
            layers.layer(layer);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(
                layers.setInputType(InputType.recurrent(TrainingBatch.CLASSES)).build());
        network.init();
        return network;
    }

    private Layer[] layers(int units) {
        return switch (this) {
            case FUSED ->
                new Layer[] {
                    new FusedLstm.Builder().nOut(units).inputGradient(false).build(),
                    new FusedLstm.Builder().nOut(units).build(),
                    new FusedSoftmaxOutput.Builder().nOut(TrainingBatch.CLASSES).build()
                };
            case FUSED_ATTENTION ->
                new Layer[] {
                    new FusedAttentionLstm.Builder()
                            .layers(units)
                            .inputGradient(false)
                            .build(),
                    new FusedLstm.Builder().nOut(units).build(),
                    new FusedSoftmaxOutput.Builder().nOut(TrainingBatch.CLASSES).build()
                };
            case FUSED_ATTENTION_AROUND_ALL ->
                new Layer[] {
                    new FusedAttentionLstm.Builder()
                            .layers(units, units)
                            .inputGradient(false)
                            .build(),
                    new FusedSoftmaxOutput.Builder().nOut(TrainingBatch.CLASSES).build()
                };
            case PYTORCH -> throw new IllegalStateException(this + " has no layers of Deeplearning4j");
            case STOCK ->
                new Layer[] {
                    new LSTM.Builder().nOut(units).activation(Activation.TANH).build(),
                    new LSTM.Builder().nOut(units).activation(Activation.TANH).build(),
                    new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                            .nOut(TrainingBatch.CLASSES)
                            .activation(Activation.SOFTMAX)
                            .build()
                };
        };
    }

    private static INDArray numbers(int[] classes) {
        return Nd4j.createFromArray(classes).reshape('c', TrainingBatch.MELODIES, 1, TrainingBatch.STEPS);
    }

    private static INDArray oneHot(int[] classes) {
        INDArray values = Nd4j.create(
                DataType.FLOAT, new long[] {TrainingBatch.MELODIES, TrainingBatch.CLASSES, TrainingBatch.STEPS}, 'f');
        for (int i = 0; i < classes.length; i++) {
            int melody = i / TrainingBatch.STEPS;
            int step = i % TrainingBatch.STEPS;
            values.putScalar(new int[] {melody, classes[i], step}, 1);
        }
        return values;
    }
}
