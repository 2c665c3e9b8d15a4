package io.github.musicgen.models.network;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.layers.FusedAttentionLstm;
import io.github.musicgen.models.layers.FusedLstm;
import io.github.musicgen.models.layers.FusedSoftmaxOutput;
import io.github.musicgen.models.layers.FusedTanh;
import io.github.musicgen.models.layers.RecurrentDropout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Melody models as networks of Deeplearning4j.
 *
 * <pre>{@code
 * MultiLayerNetwork network = new MelodyNetwork(MelodyRnnConfiguration.basicRnn()).create(options);
 *
 * MultiLayerNetwork folk = MelodyNetwork.of(Bundle.read(path), options); // to train it further
 * Bundle mine = new MelodyNetwork(configuration).bundle(folk, ModelCard.of("mine"), SamplingOptions.DEFAULT);
 * }</pre>
 *
 * <p>Inputs are {@code [batch, inputSize, steps]} as the model's encoding writes them, labels class numbers {@code [batch, 1,
 * steps]}.
 */
public final class MelodyNetwork {
    private final MelodyRnnConfiguration configuration;
    private final Map<String, String> names; // of bundles, to those of Deeplearning4j

    /**
     * Networks of a configuration.
     *
     * @param configuration whose cells are of either kind, but LSTM under attention
     */
    public MelodyNetwork(MelodyRnnConfiguration configuration) {
        requireTrainable(configuration);
        this.configuration = configuration;
        this.names = ParameterNames.of(configuration);
    }

    /**
     * Says which configurations cannot be trained.
     *
     * @param configuration a configuration
     * @throws IllegalArgumentException if it has attention around cells that are not LSTM
     */
    public static void requireTrainable(MelodyRnnConfiguration configuration) {
        if (configuration.attention().isPresent() && configuration.cell() != CellKind.LSTM) {
            throw new IllegalArgumentException("attention can be trained around LSTM cells alone, but the cells were "
                    + configuration.cell().word());
        }
    }

    /**
     * A network with random weights.
     *
     * @param options how it is trained
     * @return the network, initialized
     */
    public MultiLayerNetwork create(NetworkOptions options) {
        MultiLayerNetwork network = new MultiLayerNetwork(describe(options));
        network.init();
        return network;
    }

    /**
     * A model as a network.
     *
     * @param bundle the model
     * @param options how it is trained further
     * @return a network with its weights
     */
    public static MultiLayerNetwork of(Bundle bundle, NetworkOptions options) {
        MelodyNetwork networks = new MelodyNetwork(bundle.configuration());
        MultiLayerNetwork network = networks.create(options);
        networks.setWeights(network, bundle.tensors());
        return network;
    }

    /**
     * A network as a model.
     *
     * @param network one of this configuration
     * @param card where it comes from
     * @param sampling how to draw from it unless somebody wishes otherwise
     * @return the model
     * @throws MalformedModelException if one of its weights is not finite
     */
    public Bundle bundle(MultiLayerNetwork network, ModelCard card, SamplingOptions sampling)
            throws MalformedModelException {
        return Bundle.of(configuration, weights(network), card, sampling);
    }

    private MultiLayerConfiguration describe(NetworkOptions options) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(options.seed())
                .dataType(DataType.FLOAT)
                .updater(options.updater())
                .l2(options.l2())
                .list();
        layers(options).forEach(list::layer);
        options.truncation()
                .ifPresent(
                        steps -> list.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(steps));
        return list.setInputType(InputType.recurrent(configuration.encoding().inputSize()))
                .build();
    }

    /** Deeplearning4j drops what a layer is given, so what a layer hands on is dropped by the next one. */
    private List<Layer> layers(NetworkOptions options) {
        List<FeedForwardLayer.Builder<?>> builders = new ArrayList<>();
        configuration.attention().ifPresent(attention -> builders.add(attention(attention)));
        for (int units : configuration
                .layers()
                .subList(
                        configuration.layersInsideAttention(),
                        configuration.layers().size())) {
            builders.add(cells(units, builders.isEmpty()));
        }
        builders.add(
                new FusedSoftmaxOutput.Builder().nOut(configuration.encoding().classCount()));
        List<Layer> layers = new ArrayList<>();
        for (FeedForwardLayer.Builder<?> builder : builders) {
            double dropped = layers.isEmpty() ? options.inputDropout() : options.dropout();
            if (dropped > 0) {
                builder.dropOut(1 - dropped);
            }
            if (options.recurrentDropout() > 0) {
                builder.weightNoise(new RecurrentDropout(options.recurrentDropout()));
            }
            layers.add(builder.build());
        }
        return layers;
    }

    private FeedForwardLayer.Builder<?> attention(Attention attention) {
        return new FusedAttentionLstm.Builder()
                .layers(attention.layersInside(configuration.layers()))
                .length(attention.length())
                .inputGradient(false);
    }

    private FeedForwardLayer.Builder<?> cells(int units, boolean first) {
        return configuration.cell() == CellKind.LSTM
                ? new FusedLstm.Builder().nOut(units).inputGradient(!first)
                : new FusedTanh.Builder().nOut(units).inputGradient(!first);
    }

    /**
     * Takes the weights out of a network.
     *
     * @param network one of this configuration
     * @return copies, named as in bundles
     */
    public TensorTable weights(MultiLayerNetwork network) {
        List<Tensor> tensors = new ArrayList<>();
        names.forEach((name, parameter) -> {
            Shape shape = shape(name);
            INDArray values = network.getParam(parameter);
            tensors.add(new Tensor(name, shape, values.dup('c').data().asFloat()));
        });
        return TensorTable.of(tensors);
    }

    /**
     * Gives a network weights, to train them further.
     *
     * @param network one of this configuration
     * @param weights those of a model of this configuration
     */
    public void setWeights(MultiLayerNetwork network, TensorTable weights) {
        names.forEach((name, parameter) -> {
            INDArray values = network.getParam(parameter);
            values.assign(Nd4j.createFromArray(weights.tensor(name).values()).reshape('c', values.shape()));
        });
    }

    private Shape shape(String name) {
        return Objects.requireNonNull(
                MelodyRnnTensors.schema(configuration).shapes().get(name));
    }
}
