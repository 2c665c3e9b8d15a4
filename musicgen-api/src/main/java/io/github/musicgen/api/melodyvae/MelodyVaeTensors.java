package io.github.musicgen.api.melodyvae;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.TensorSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names and shapes of a space of melodies or of drums, as bundles hold them; {@code docs/bundle-format.md} lists them.
 *
 * <p>Rows are inputs, columns are outputs. The columns of LSTM cells are the blocks i f o j, the forget bias is folded in.
 */
public final class MelodyVaeTensors {
    /** The layers that read a stretch, or its bars. */
    public static final String ENCODER = "encoder";

    /** The layers that read every bar by itself. */
    public static final String BAR_ENCODER = "encoder.bar";

    /** From what both read last, first the forward one, to the mean of the vector. */
    public static final String MEAN = "encoder.mean";

    /** From what both read last to the deviation of the vector, before softplus. */
    public static final String DEVIATION = "encoder.deviation";

    /** From the vector to what the conductor begins with, before tanh: the cell and the output of each layer. */
    public static final String CONDUCTOR_INITIAL = "conductor.initial";

    /** From the vector, or the conductor's, to what the decoder begins with, before tanh: the cell and the output of each layer. */
    public static final String INITIAL = "decoder.initial";

    /** From the vector, or the conductor's, into the first layer of the decoder, at each step. */
    public static final String LATENT_WEIGHTS = "decoder.latent_weights";

    /** From the last layer to the classes. */
    public static final String OUTPUT = "decoder.output";

    /** Where vectors lie that are drawn, if the model knows: their mean. */
    public static final String PRIOR_MEAN = "prior.mean";

    /** And how they spread together: a triangle, the row of each number telling how much of each earlier draw goes into it. */
    public static final String PRIOR_SPREAD = "prior.spread";

    private static final int GATES = 4;
    private static final int MEMORIES = 2;

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private MelodyVaeTensors() {}

    /**
     * The scope of the cells of a layer that read from the start.
     *
     * @param encoder {@link #ENCODER} or {@link #BAR_ENCODER}
     * @param index the layer, from 0 on
     * @return the beginning of its tensors' names
     */
    public static String forward(String encoder, int index) {
        return encoder + (index == 0 ? "" : ".layer." + index) + ".forward";
    }

    /**
     * The scope of the cells of a layer that read from the end.
     *
     * @param encoder {@link #ENCODER} or {@link #BAR_ENCODER}
     * @param index the layer, from 0 on
     * @return the beginning of its tensors' names
     */
    public static String backward(String encoder, int index) {
        return encoder + (index == 0 ? "" : ".layer." + index) + ".backward";
    }

    /**
     * The scope of a layer of the conductor. The first has no input.
     *
     * @param index the layer, from 0 on
     * @return the beginning of its tensors' names
     */
    public static String conductorLayer(int index) {
        return "conductor.layer." + index;
    }

    /**
     * The scope of a layer of the decoder.
     *
     * @param index the layer, from 0 on
     * @return the beginning of its tensors' names
     */
    public static String layer(int index) {
        return "decoder.layer." + index;
    }

    /**
     * The tensors of a configuration.
     *
     * @param configuration the configuration
     * @return names and shapes, in the order in which bundles hold them
     */
    public static TensorSchema schema(MelodyVaeConfiguration configuration) {
        MelodyVaeTensors tensors = new MelodyVaeTensors();
        tensors.addEncoder(configuration);
        tensors.addConductor(configuration);
        tensors.addDecoder(configuration);
        return new TensorSchema(tensors.shapes);
    }

    /**
     * The tensors of a configuration, and those of {@link LatentPrior} if the model knows where vectors lie.
     *
     * @param configuration the configuration
     * @param found what a model has
     * @return names and shapes that it must have
     */
    public static TensorSchema schema(MelodyVaeConfiguration configuration, TensorSchema found) {
        Map<String, Shape> shapes = new LinkedHashMap<>(schema(configuration).shapes());
        if (found.shapes().containsKey(PRIOR_MEAN)) {
            shapes.put(PRIOR_MEAN, Shape.of(configuration.latentSize()));
            shapes.put(PRIOR_SPREAD, Shape.of(configuration.latentSize(), configuration.latentSize()));
        }
        return new TensorSchema(shapes);
    }

    private void addEncoder(MelodyVaeConfiguration configuration) {
        EncoderLayers encoder = configuration.encoder();
        int width = addTwoWay(BAR_ENCODER, configuration.contents().inputSize(), encoder.ofBars());
        addTwoWay(ENCODER, width, encoder.layers());
        addDense(MEAN, encoder.outcome(), configuration.latentSize());
        addDense(DEVIATION, encoder.outcome(), configuration.latentSize());
    }

    /** Gives the width of what both directions of the last layer give. */
    private int addTwoWay(String encoder, int inputs, List<Integer> layers) {
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            addCells(forward(encoder, i), width, layers.get(i));
            addCells(backward(encoder, i), width, layers.get(i));
            width = 2 * layers.get(i);
        }
        return width;
    }

    private void addConductor(MelodyVaeConfiguration configuration) {
        List<Integer> layers = configuration.decoder().conductor();
        if (layers.isEmpty()) {
            return;
        }
        addDense(CONDUCTOR_INITIAL, configuration.latentSize(), memory(layers));
        addRecurrent(conductorLayer(0), layers.get(0));
        for (int i = 1; i < layers.size(); i++) {
            addCells(conductorLayer(i), layers.get(i - 1), layers.get(i));
        }
    }

    private static int memory(List<Integer> layers) {
        return MEMORIES * layers.stream().mapToInt(Integer::intValue).sum();
    }

    private void addDecoder(MelodyVaeConfiguration configuration) {
        List<Integer> layers = configuration.decoder().layers();
        int classes = configuration.vocabulary().size();
        addDense(INITIAL, configuration.shownSize(), memory(layers));
        shapes.put(LATENT_WEIGHTS, Shape.of(configuration.shownSize(), GATES * layers.get(0)));
        int width = classes;
        for (int i = 0; i < layers.size(); i++) {
            addCells(layer(i), width, layers.get(i));
            width = layers.get(i);
        }
        addDense(OUTPUT, width, classes);
    }

    private void addCells(String scope, int inputs, int units) {
        shapes.put(inputWeights(scope), Shape.of(inputs, GATES * units));
        addRecurrent(scope, units);
    }

    private void addRecurrent(String scope, int units) {
        shapes.put(recurrentWeights(scope), Shape.of(units, GATES * units));
        shapes.put(bias(scope), Shape.of(GATES * units));
    }

    private void addDense(String scope, int inputs, int outputs) {
        shapes.put(weights(scope), Shape.of(inputs, outputs));
        shapes.put(bias(scope), Shape.of(outputs));
    }
}
