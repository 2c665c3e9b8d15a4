package io.github.musicgen.api.melodyvae;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.TensorSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names and shapes of a space of melodies or of drums, as bundles hold them; {@code docs/bundle-format.md} lists them.
 *
 * <p>Rows are inputs, columns are outputs. The columns of LSTM cells are the blocks i f o j, the forget bias is folded in.
 */
public final class MelodyVaeTensors {
    /** The cells that read a stretch from its start. */
    public static final String FORWARD = "encoder.forward";

    /** The cells that read a stretch from its end. */
    public static final String BACKWARD = "encoder.backward";

    /** From what both read last, first the forward one, to the mean of the vector. */
    public static final String MEAN = "encoder.mean";

    /** From what both read last to the deviation of the vector, before softplus. */
    public static final String DEVIATION = "encoder.deviation";

    /** From the vector to what the decoder begins with, before tanh: the cell and the output of each layer. */
    public static final String INITIAL = "decoder.initial";

    /** From the vector into the first layer of the decoder, at each step. */
    public static final String LATENT_WEIGHTS = "decoder.latent_weights";

    /** From the last layer to the classes. */
    public static final String OUTPUT = "decoder.output";

    private static final int GATES = 4;
    private static final int MEMORIES = 2;

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private MelodyVaeTensors() {}

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
        tensors.addDecoder(configuration);
        return new TensorSchema(tensors.shapes);
    }

    private void addEncoder(MelodyVaeConfiguration configuration) {
        int units = configuration.encoderUnits();
        int inputs = configuration.contents().inputSize();
        addCells(FORWARD, inputs, units);
        addCells(BACKWARD, inputs, units);
        addDense(MEAN, 2 * units, configuration.latentSize());
        addDense(DEVIATION, 2 * units, configuration.latentSize());
    }

    private void addDecoder(MelodyVaeConfiguration configuration) {
        int latent = configuration.latentSize();
        int classes = configuration.vocabulary().size();
        int memory = MEMORIES
                * configuration.decoderLayers().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        addDense(INITIAL, latent, memory);
        shapes.put(
                LATENT_WEIGHTS,
                Shape.of(latent, GATES * configuration.decoderLayers().get(0)));
        int width = classes;
        for (int i = 0; i < configuration.decoderLayers().size(); i++) {
            int units = configuration.decoderLayers().get(i);
            addCells(layer(i), width, units);
            width = units;
        }
        addDense(OUTPUT, width, classes);
    }

    private void addCells(String scope, int inputs, int units) {
        shapes.put(inputWeights(scope), Shape.of(inputs, GATES * units));
        shapes.put(recurrentWeights(scope), Shape.of(units, GATES * units));
        shapes.put(bias(scope), Shape.of(GATES * units));
    }

    private void addDense(String scope, int inputs, int outputs) {
        shapes.put(weights(scope), Shape.of(inputs, outputs));
        shapes.put(bias(scope), Shape.of(outputs));
    }
}
