package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.engine.Dense;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Layer;
import io.github.musicgen.api.engine.LstmLayer;
import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.engine.StepNetwork;
import io.github.musicgen.api.engine.Vector;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.Blocks;
import io.github.musicgen.api.tensor.TensorSchema;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.representation.encoding.EventVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A space of melodies or of drums, ready to run: immutable, and shared by all threads.
 *
 * <p>It is the model of "A Hierarchical Latent Vector Model for Learning Long-Term Structure in Music" (Roberts et al.). Layers of LSTM
 * cells read a stretch from both ends; what they read last tells the mean and, through softplus, the deviation of its vector. Other
 * layers begin with tanh of the vector and are shown it, beside the latest event, at each step. In the hierarchical model they are not
 * given that vector, but one that a conductor makes of it for each bar, and begin anew with each.
 */
public final class MelodyVae {
    private final MelodyVaeConfiguration configuration;
    private final EventVocabulary vocabulary;
    private final Optional<TwoWayLayers> barReader;
    private final TwoWayLayers reader;
    private final Dense mean;
    private final Dense deviation;
    private final Optional<Conductor> conductor;
    private final Dense initial;
    private final Matrix latentWeights;
    private final LstmLayer first; // the first layer of the decoder, which is shown the vector
    private final List<Layer> rest;
    private final Dense output;
    private final Vector firstBias;
    private final LatentPrior prior;

    private MelodyVae(MelodyVaeConfiguration configuration, Blocks blocks) {
        this.configuration = configuration;
        this.vocabulary = configuration.vocabulary();
        EncoderLayers encoder = configuration.encoder();
        this.barReader = encoder.readsBars()
                ? Optional.of(new TwoWayLayers(
                        blocks, MelodyVaeTensors.BAR_ENCODER, encoder.ofBars().size()))
                : Optional.empty();
        this.reader = new TwoWayLayers(
                blocks, MelodyVaeTensors.ENCODER, encoder.layers().size());
        this.mean = blocks.dense(MelodyVaeTensors.MEAN);
        this.deviation = blocks.dense(MelodyVaeTensors.DEVIATION);
        DecoderLayers decoder = configuration.decoder();
        this.conductor = decoder.isConducted()
                ? Optional.of(new Conductor(blocks, decoder.conductor().size()))
                : Optional.empty();
        this.initial = blocks.dense(MelodyVaeTensors.INITIAL);
        this.latentWeights = blocks.matrix(MelodyVaeTensors.LATENT_WEIGHTS);
        this.first = blocks.lstm(MelodyVaeTensors.layer(0));
        this.firstBias = first.bias();
        List<Layer> others = new ArrayList<>();
        for (int i = 1; i < decoder.layers().size(); i++) {
            others.add(blocks.lstm(MelodyVaeTensors.layer(i)));
        }
        this.rest = List.copyOf(others);
        this.output = blocks.dense(MelodyVaeTensors.OUTPUT);
        this.prior = LatentPrior.of(configuration, blocks.tensors());
    }

    /**
     * Puts a model together.
     *
     * @param configuration what it is
     * @param tensors its weights, of the {@linkplain MelodyVaeTensors#schema names and shapes} of the configuration
     * @param engine what multiplies
     * @return the model
     * @throws MalformedModelException if a tensor is missing, extra or misshapen
     */
    public static MelodyVae of(MelodyVaeConfiguration configuration, TensorTable tensors, Engine engine)
            throws MalformedModelException {
        TensorSchema found = tensors.schema();
        found.require(configuration.name() + " model", MelodyVaeTensors.schema(configuration, found));
        return new MelodyVae(configuration, new Blocks(tensors, engine));
    }

    /**
     * What the model is.
     *
     * @return its configuration
     */
    public MelodyVaeConfiguration configuration() {
        return configuration;
    }

    /**
     * Where new vectors are drawn from.
     *
     * @return what the model knows of that
     */
    public LatentPrior prior() {
        return prior;
    }

    /**
     * How many numbers were trained.
     *
     * @return weights and biases
     */
    public long parameterCount() {
        return MelodyVaeTensors.schema(configuration).valueCount();
    }

    /**
     * Encodes a stretch.
     *
     * @param events as many as the stretches of the model have steps, all known to the model
     * @return where it lies
     * @throws IllegalArgumentException if they are more or fewer, or the model has no such event
     */
    public Posterior encode(int... events) {
        if (events.length != configuration.steps()) {
            throw new IllegalArgumentException(configuration.contents().word() + " must be " + configuration.steps()
                    + " steps long, but was " + events.length);
        }
        float[] read = read(events);
        float[] means = new float[configuration.latentSize()];
        mean.apply(read, means);
        float[] deviations = new float[configuration.latentSize()];
        deviation.apply(read, deviations);
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = softplus(deviations[i]);
        }
        return new Posterior(LatentVector.of(means), LatentVector.of(deviations));
    }

    private float[] read(int[] events) {
        if (barReader.isEmpty()) {
            return reader.read(events.length, shown(events, 0));
        }
        int length = configuration.stepsPerBar();
        float[][] bars = new float[configuration.bars()][];
        for (int bar = 0; bar < bars.length; bar++) {
            bars[bar] = barReader.get().read(length, shown(events, bar * length));
        }
        return reader.read(bars.length, (bar, state) -> state.addAll(bars[bar]));
    }

    private TwoWayLayers.Input shown(int[] events, int from) {
        return (step, state) -> configuration.contents().write(events[from + step], state);
    }

    /** {@code log(1 + exp(x))}, without overflow, and never 0, because no stretch is that certain. */
    private static float softplus(float x) {
        double positive = Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs((double) x)));
        return (float) Math.max(positive, Float.MIN_NORMAL);
    }

    /**
     * Starts to decode a vector.
     *
     * @param vector of the model's size
     * @return a run that already answers for the first step
     * @throws IllegalArgumentException if it is of another size
     */
    public MelodyVaeState start(LatentVector vector) {
        if (vector.size() != configuration.latentSize()) {
            throw new IllegalArgumentException("a vector of this model must have " + configuration.latentSize()
                    + " numbers, but had " + vector.size());
        }
        List<NetworkState> parts = new ArrayList<>();
        if (conductor.isEmpty()) {
            parts.add(start(vector.shared()));
            return new MelodyVaeState(vocabulary, parts, configuration.steps());
        }
        for (float[] ofBar : conductor.get().conduct(vector, configuration.bars())) {
            parts.add(start(ofBar));
        }
        return new MelodyVaeState(vocabulary, parts, configuration.stepsPerBar());
    }

    private NetworkState start(float[] shown) {
        NetworkState network = network(shown).start();
        float[] memory = new float[initial.weights().columns()];
        initial.applyTanh(shown, memory);
        network.remember(memory);
        return network;
    }

    /** What is shown at each step is a part of the bias, as long as it stays the same. */
    private StepNetwork network(float[] shown) {
        float[] bias = new float[firstBias.length()];
        firstBias.copyTo(bias);
        latentWeights.addProduct(shown, bias);
        List<Layer> layers = new ArrayList<>();
        layers.add(new LstmLayer(first.inputWeights(), first.recurrentWeights(), Vector.of(bias)));
        layers.addAll(rest);
        return new StepNetwork(layers, output);
    }
}
