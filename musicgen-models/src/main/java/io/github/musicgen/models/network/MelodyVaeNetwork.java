package io.github.musicgen.models.network;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;

import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.layers.sequence.AutoencoderSizes;
import io.github.musicgen.models.layers.sequence.SequenceAutoencoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Spaces of melodies and of drums as autoencoders that can be trained.
 *
 * <pre>{@code
 * MelodyVaeNetwork networks = new MelodyVaeNetwork(MelodyVaeConfiguration.small());
 * SequenceAutoencoder network = networks.create(1);
 * MelodyVaeBundle bundle = MelodyVaeBundle.of(
 *         networks.configuration(), networks.weights(network), ModelCard.of("mine"), SamplingOptions.DEFAULT);
 * }</pre>
 */
public final class MelodyVaeNetwork {
    /** As MusicVAE begins: a mean of nearly 0 whatever is read, and a decoder that nearly begins with nothing. */
    private static final double NEARLY_NOTHING = 0.001;

    private static final int GATES = 4;

    private final MelodyVaeConfiguration configuration;

    /**
     * Networks of a configuration.
     *
     * @param configuration what they are
     */
    public MelodyVaeNetwork(MelodyVaeConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * What the networks are.
     *
     * @return the configuration
     */
    public MelodyVaeConfiguration configuration() {
        return configuration;
    }

    /**
     * A network that has learned nothing.
     *
     * @param seed of its random weights
     * @return the network
     */
    public SequenceAutoencoder create(long seed) {
        SequenceAutoencoder network = empty();
        SeededRandom random = SeededRandom.ofSeed(seed);
        for (String name : network.names()) {
            INDArray values = network.parameter(name);
            if (!name.endsWith(".b")) {
                fill(values, deviation(name, values), random);
            } else if (!isDense(name)) {
                long units = values.length() / GATES;
                values.get(NDArrayIndex.all(), NDArrayIndex.interval(units, 2 * units))
                        .assign(1); // remember at first
            }
        }
        return network;
    }

    private static boolean isDense(String name) {
        return List.of(
                        "encoder.mean.",
                        "encoder.deviation.",
                        "conductor.initial.",
                        "decoder.initial.",
                        "decoder.output.")
                .stream()
                .anyMatch(name::startsWith);
    }

    private static double deviation(String name, INDArray values) {
        if (isDense(name) && !name.startsWith("decoder.output.")) {
            return NEARLY_NOTHING;
        }
        long outputs = isDense(name) ? values.size(1) : values.size(1) / GATES;
        return Math.sqrt(2.0 / (values.size(0) + outputs));
    }

    private static void fill(INDArray values, double deviation, SeededRandom random) {
        float[] drawn = new float[(int) values.length()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) (deviation * random.nextGaussian());
        }
        values.assign(Nd4j.createFromArray(drawn).reshape('c', values.shape()));
    }

    private SequenceAutoencoder empty() {
        AutoencoderSizes sizes = new AutoencoderSizes(
                configuration.contents().inputSize(),
                configuration.vocabulary().size(),
                configuration.steps(),
                configuration.bars(),
                configuration.encoder().ofBars(),
                configuration.encoder().layers(),
                configuration.decoder().conductor(),
                configuration.decoder().layers(),
                configuration.latentSize());
        return new SequenceAutoencoder(sizes, shown());
    }

    /** What the encoder is shown of each class; all entries of events are 0 or 1. */
    private int[][] shown() {
        LatentContents contents = configuration.contents();
        int[][] shown = new int[contents.vocabulary().size()][];
        for (int i = 0; i < shown.length; i++) {
            IntStream.Builder inputs = IntStream.builder();
            contents.write(contents.vocabulary().event(i), (index, value) -> inputs.add(index));
            shown[i] = inputs.build().toArray();
        }
        return shown;
    }

    /**
     * A model as a network, to train it further.
     *
     * @param weights those of a model of this configuration
     * @return a network with them
     */
    public SequenceAutoencoder of(TensorTable weights) {
        SequenceAutoencoder network = empty();
        for (String name : names()) {
            INDArray values = parameter(network, name);
            values.assign(Nd4j.createFromArray(weights.tensor(name).values()).reshape('c', values.shape()));
        }
        return network;
    }

    /**
     * Takes the weights out of a network.
     *
     * @param network one of this configuration
     * @return copies, named as in bundles
     */
    public TensorTable weights(SequenceAutoencoder network) {
        List<Tensor> tensors = new ArrayList<>();
        for (String name : names()) {
            Shape shape = Objects.requireNonNull(
                    MelodyVaeTensors.schema(configuration).shapes().get(name));
            tensors.add(new Tensor(
                    name, shape, parameter(network, name).dup('c').data().asFloat()));
        }
        return TensorTable.of(tensors);
    }

    private Iterable<String> names() {
        return MelodyVaeTensors.schema(configuration).shapes().keySet();
    }

    /** The first layer of the decoder has one matrix for the event and, below it, the vector. */
    private INDArray parameter(SequenceAutoencoder network, String name) {
        String first = MelodyVaeTensors.layer(0);
        int classes = configuration.vocabulary().size();
        if (name.equals(MelodyVaeTensors.LATENT_WEIGHTS)) {
            return network.parameter(first + ".W")
                    .get(NDArrayIndex.interval(classes, classes + configuration.shownSize()), NDArrayIndex.all());
        }
        if (name.equals(inputWeights(first))) {
            return network.parameter(first + ".W").get(NDArrayIndex.interval(0, classes), NDArrayIndex.all());
        }
        return network.parameter(name.replace(".input_weights", ".W")
                .replace(".recurrent_weights", ".RW")
                .replace(".weights", ".W")
                .replace(".bias", ".b"));
    }
}
