package io.github.musicgen.models.network;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.layers.roll.DenseStack;
import io.github.musicgen.models.layers.roll.PatchKernel;
import io.github.musicgen.models.layers.roll.RollAutoencoder;
import io.github.musicgen.models.layers.roll.RollSizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Bands as networks that can be trained: an autoencoder for each instrument, and what leads to its next segment.
 *
 * <pre>{@code
 * BandVaeNetwork networks = new BandVaeNetwork(BandVaeConfiguration.band());
 * RollAutoencoder bass = networks.autoencoder(2, 1);
 * DenseStack next = networks.next(2, 1);
 * }</pre>
 */
public final class BandVaeNetwork {
    /** Few cells sound: so decoders begin, which saves them learning it. */
    private static final double SILENCE = -3;

    private static final String WEIGHTS = ".W";

    private final BandVaeConfiguration configuration;

    /**
     * Networks of a configuration.
     *
     * @param configuration what they are
     */
    public BandVaeNetwork(BandVaeConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * What the networks are.
     *
     * @return the configuration
     */
    public BandVaeConfiguration configuration() {
        return configuration;
    }

    private String name(int instrument) {
        return configuration.instruments().get(instrument).name();
    }

    /**
     * An autoencoder that has learned nothing.
     *
     * @param instrument whose
     * @param seed of its random weights
     * @return the network
     */
    public RollAutoencoder autoencoder(int instrument, long seed) {
        RollAutoencoder network = empty(instrument);
        SeededRandom random = SeededRandom.ofSeed(seed);
        for (String name : network.names()) {
            if (name.endsWith(WEIGHTS)) {
                fill(network.parameter(name), name.contains("latent") ? 1 : 2, random);
            }
        }
        network.parameter("decoder.patch.0.b").putScalar(0, SILENCE);
        return network;
    }

    /**
     * A network that leads to the next segment and has learned nothing.
     *
     * @param instrument whose
     * @param seed of its random weights
     * @return the network
     */
    public DenseStack next(int instrument, long seed) {
        DenseStack network = emptyNext(instrument);
        SeededRandom random = SeededRandom.ofSeed(seed);
        int last = configuration.nextUnits(instrument).size();
        for (String name : network.names()) {
            if (name.endsWith(WEIGHTS)) {
                fill(network.parameter(name), name.equals(last + WEIGHTS) ? 0.1 : 2, random);
            }
        }
        return network;
    }

    private static void fill(INDArray values, double gain, SeededRandom random) {
        double deviation = Math.sqrt(gain / values.size(0));
        float[] drawn = new float[(int) values.length()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) (deviation * random.nextGaussian());
        }
        values.assign(Nd4j.createFromArray(drawn).reshape('c', values.shape()));
    }

    private RollAutoencoder empty(int instrument) {
        BandInstrument of = configuration.instruments().get(instrument);
        List<PatchKernel> kernels = of.patches().stream()
                .map(patch -> new PatchKernel(patch.filters(), patch.steps(), patch.columns()))
                .toList();
        return new RollAutoencoder(new RollSizes(
                configuration.steps(),
                of.columns(),
                configuration.planesRead(),
                configuration.planesWritten(),
                kernels,
                configuration.latentSize(),
                configuration.chances(),
                configuration.onsets()));
    }

    private DenseStack emptyNext(int instrument) {
        List<Integer> widths = new ArrayList<>();
        widths.add(configuration.nextInputs(instrument));
        widths.addAll(configuration.nextUnits(instrument));
        widths.add(configuration.nextOutputs());
        return new DenseStack(widths);
    }

    /**
     * The autoencoder of a model.
     *
     * @param instrument whose
     * @param weights of a model of this configuration
     * @return a network with them
     */
    public RollAutoencoder autoencoder(int instrument, TensorTable weights) {
        RollAutoencoder network = empty(instrument);
        read(network.names(), network::parameter, name -> weights.tensor(tensor(instrument, name)));
        return network;
    }

    /**
     * What leads to the next segment in a model.
     *
     * @param instrument whose
     * @param weights of a model of this configuration
     * @return a network with them
     */
    public DenseStack next(int instrument, TensorTable weights) {
        DenseStack network = emptyNext(instrument);
        read(network.names(), network::parameter, name -> weights.tensor(nextTensor(instrument, name)));
        return network;
    }

    private static void read(
            Iterable<String> names, Function<String, INDArray> parameters, Function<String, Tensor> tensors) {
        for (String name : names) {
            INDArray values = parameters.apply(name);
            values.assign(Nd4j.createFromArray(tensors.apply(name).values()).reshape('c', values.shape()));
        }
    }

    private String tensor(int instrument, String parameter) {
        return name(instrument) + "." + renamed(parameter);
    }

    private String nextTensor(int instrument, String parameter) {
        return name(instrument) + ".next." + renamed(parameter);
    }

    private static String renamed(String parameter) {
        return parameter.endsWith(WEIGHTS) ? parameter.replace(WEIGHTS, ".weights") : parameter.replace(".b", ".bias");
    }

    /**
     * Puts the weights of an autoencoder among others.
     *
     * @param instrument whose it is
     * @param network the autoencoder
     * @param weights by the names of bundles; those of the network are replaced by copies
     */
    public void write(int instrument, RollAutoencoder network, Map<String, float[]> weights) {
        network.names().forEach(name -> weights.put(tensor(instrument, name), values(network.parameter(name))));
    }

    /**
     * Puts the weights of what leads to the next segment among others.
     *
     * @param instrument whose it is
     * @param network the network
     * @param weights by the names of bundles; those of the network are replaced by copies
     */
    public void write(int instrument, DenseStack network, Map<String, float[]> weights) {
        network.names().forEach(name -> weights.put(nextTensor(instrument, name), values(network.parameter(name))));
    }

    private static float[] values(INDArray values) {
        return values.dup('c').data().asFloat();
    }

    /**
     * Weights as bundles hold them.
     *
     * @param weights all of this configuration, by the names of bundles
     * @return a table
     */
    public TensorTable table(Map<String, float[]> weights) {
        List<Tensor> tensors = new ArrayList<>();
        Map<String, Shape> shapes = BandVaeTensors.schema(configuration).shapes();
        shapes.forEach(
                (name, shape) -> tensors.add(new Tensor(name, shape, Objects.requireNonNull(weights.get(name), name))));
        return TensorTable.of(tensors);
    }
}
