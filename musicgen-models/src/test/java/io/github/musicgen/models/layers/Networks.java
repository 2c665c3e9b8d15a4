package io.github.musicgen.models.layers;

import java.util.Random;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Small networks of ours and of Deeplearning4j's own layers, and batches for them. */
public final class Networks {
    private Networks() {}

    public static MultiLayerNetwork of(int inputs, Layer... layers) {
        return of(builder(), inputs, 0, layers);
    }

    public static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .updater(new Sgd(0.1));
    }

    public static MultiLayerNetwork of(NeuralNetConfiguration.Builder builder, int inputs, int tbptt, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = builder.list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        if (tbptt > 0) {
            list.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(tbptt);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.setInputType(InputType.recurrent(inputs)).build());
        network.init();
        return network;
    }

    public static Layer lstm(int size) {
        return new FusedLstm.Builder().nOut(size).build();
    }

    public static Layer stockLstm(int size) {
        return new LSTM.Builder().nOut(size).activation(Activation.TANH).build();
    }

    public static Layer tanh(int size) {
        return new FusedTanh.Builder().nOut(size).build();
    }

    public static Layer stockTanh(int size) {
        return new SimpleRnn.Builder().nOut(size).activation(Activation.TANH).build();
    }

    public static Layer attention(int length, Integer... sizes) {
        return new FusedAttentionLstm.Builder().layers(sizes).length(length).build();
    }

    public static Layer softmax(int classes) {
        return new FusedSoftmaxOutput.Builder()
                .nOut(classes)
                .meanOverSteps(false)
                .build();
    }

    public static Layer stockSoftmax(int classes) {
        return new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** Gives a network of ours random weights, biases too, and the stock network the same. */
    public static void share(MultiLayerNetwork ours, MultiLayerNetwork stock, Random random) {
        ours.paramTable().forEach((name, values) -> fill(values, 0.5, random));
        ours.paramTable()
                .forEach((name, values) -> stock.getParam(name)
                        .assign(toStock(values, stock.getParam(name), stock.getLayer(name.charAt(0) - '0'))));
    }

    /** Deeplearning4j's LSTM has the columns [j | f | o | i], ours are [i | f | o | j]. */
    public static INDArray toStock(INDArray values, INDArray like, org.deeplearning4j.nn.api.Layer layer) {
        if (!(layer instanceof org.deeplearning4j.nn.layers.recurrent.LSTM)) {
            return values.reshape(like.shape());
        }
        int dimension = values.rank() - 1;
        long size = values.size(dimension) / 4;
        INDArray[] blocks = new INDArray[4];
        for (int i = 0; i < 4; i++) {
            int from = new int[] {3, 1, 2, 0}[i];
            blocks[i] = dimension == 0
                    ? values.get(NDArrayIndex.interval(from * size, (from + 1) * size))
                    : values.get(NDArrayIndex.all(), NDArrayIndex.interval(from * size, (from + 1) * size));
        }
        return Nd4j.concat(dimension, blocks).reshape(like.shape());
    }

    public static void fill(INDArray values, double range, Random random) {
        for (long i = 0; i < values.length(); i++) {
            values.putScalar(i, range * (2 * random.nextDouble() - 1));
        }
    }

    public static INDArray random(Random random, char order, long... shape) {
        INDArray values = Nd4j.create(DataType.FLOAT, shape, order);
        fill(values, 1, random);
        return values;
    }

    /** Class numbers {@code [batch, 1, steps]}. */
    public static INDArray classes(Random random, int classes, int batch, int steps) {
        INDArray labels = Nd4j.create(DataType.INT32, batch, 1, steps);
        for (long i = 0; i < labels.length(); i++) {
            labels.putScalar(i, random.nextInt(classes));
        }
        return labels;
    }

    public static INDArray oneHot(INDArray labels, int classes) {
        INDArray values = Nd4j.zeros(DataType.FLOAT, labels.size(0), classes, labels.size(2));
        for (long b = 0; b < labels.size(0); b++) {
            for (long t = 0; t < labels.size(2); t++) {
                values.putScalar(new long[] {b, labels.getInt((int) b, 0, (int) t), t}, 1);
            }
        }
        return values;
    }
}
