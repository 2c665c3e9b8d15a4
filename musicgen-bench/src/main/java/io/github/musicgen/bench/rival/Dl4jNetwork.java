package io.github.musicgen.bench.rival;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.bench.TrainedNetwork;
import java.util.Collection;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Deeplearning4j's own layers. The softmax, which is its output layer's by default, is left to the loop, as for everybody. */
final class Dl4jNetwork implements RivalNetwork {
    private final MultiLayerNetwork network;

    Dl4jNetwork(Bundle bundle) {
        TrainedNetwork.useOneThread();
        // Its block "i" goes through the tanh, and its block "g" is the input gate.
        RivalWeights weights = RivalWeights.of(bundle, Gate.NEW_VALUE, Gate.FORGET, Gate.OUTPUT, Gate.INPUT);
        NeuralNetConfiguration.ListBuilder layers =
                new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).list();
        for (RivalWeights.Layer layer : weights.layers()) {
            layers.layer(new LSTM.Builder()
                    .nOut(layer.units())
                    .activation(Activation.TANH)
                    .build());
        }
        layers.layer(new RnnOutputLayer.Builder(LossFunctions.LossFunction.MSE)
                .nOut(weights.classes())
                .activation(Activation.IDENTITY)
                .build());
        this.network = new MultiLayerNetwork(
                layers.setInputType(InputType.recurrent(weights.inputs())).build());
        network.init();
        setWeights(weights);
    }

    /** ND4J itself says of every build that it uses oneDNN; where its library came from does tell. */
    static Dl4jNetwork onOneDnn(Bundle bundle) {
        Dl4jNetwork network = new Dl4jNetwork(bundle);
        Collection<String> libraries = Loader.getLoadedLibraries().values();
        if (libraries.stream().noneMatch(library -> library.contains("-onednn"))) {
            throw new IllegalStateException(
                    "ND4J's native library must be the build with oneDNN, but loaded were " + libraries);
        }
        return network;
    }

    private void setWeights(RivalWeights weights) {
        int count = weights.layers().size();
        for (int i = 0; i < count; i++) {
            RivalWeights.Layer layer = weights.layers().get(i);
            set(i + "_W", layer.input());
            set(i + "_RW", layer.recurrent());
            set(i + "_b", layer.bias());
        }
        set(count + "_W", weights.output());
        set(count + "_b", weights.outputBias());
    }

    private void set(String name, Tensor tensor) {
        INDArray parameter = network.getParam(name);
        parameter.assign(Nd4j.createFromArray(tensor.values()).reshape('c', parameter.shape()));
    }

    @Override
    public float[] step(float[] input) {
        return network.rnnTimeStep(Nd4j.createFromArray(input).reshape(1, input.length))
                .toFloatVector();
    }

    @Override
    public void close() {
        network.close();
    }
}
