package io.github.musicgen.api.melodyrnn;

import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.TensorSchema;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names and shapes of a melody model's tensors, as bundles hold them; {@code docs/bundle-format.md} lists them.
 *
 * <p>Rows are inputs, columns are outputs. The columns of an LSTM layer are the blocks i f o j, the forget bias is folded in.
 */
public final class MelodyRnnTensors {
    /** What a run read last, into the input of the layers inside attention. */
    public static final String INPUT_MIX = "attention.input_mix";

    /** The memory of the layers inside, into the query. */
    public static final String QUERY = "attention.query";

    /** A remembered output, into its key. */
    public static final String KEYS = "attention.keys";

    /** The weight of each place of a comparison. */
    public static final String SCORE = "attention.score";

    /** What was read, into the output. */
    public static final String OUTPUT_MIX = "attention.output_mix";

    /** From the last layer to the classes. */
    public static final String OUTPUT = "output";

    private static final String WEIGHTS = ".weights";
    private static final String READING_WEIGHTS = ".reading_weights";
    private static final String BIAS = ".bias";

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private MelodyRnnTensors() {}

    /**
     * The scope of a layer's tensors.
     *
     * @param index the layer, from 0 on
     * @return the beginning of their names
     */
    public static String layer(int index) {
        return "layer." + index;
    }

    /**
     * Weights on the input.
     *
     * @param scope of a layer
     * @return the name
     */
    public static String inputWeights(String scope) {
        return scope + ".input_weights";
    }

    /**
     * Weights on the layer's own last output.
     *
     * @param scope of a layer
     * @return the name
     */
    public static String recurrentWeights(String scope) {
        return scope + ".recurrent_weights";
    }

    /**
     * Weights of a dense layer.
     *
     * @param scope of a dense layer
     * @return the name
     */
    public static String weights(String scope) {
        return scope + WEIGHTS;
    }

    /**
     * Weights on what attention read.
     *
     * @param scope of a mix
     * @return the name
     */
    public static String readingWeights(String scope) {
        return scope + READING_WEIGHTS;
    }

    /**
     * The bias of any layer.
     *
     * @param scope of a layer
     * @return the name
     */
    public static String bias(String scope) {
        return scope + BIAS;
    }

    /**
     * The tensors of a configuration.
     *
     * @param configuration the configuration
     * @return names and shapes, in the order in which bundles hold them
     */
    public static TensorSchema schema(MelodyRnnConfiguration configuration) {
        MelodyRnnTensors tensors = new MelodyRnnTensors();
        tensors.addLayers(configuration);
        configuration.attention().ifPresent(attention -> tensors.addAttention(configuration, attention));
        List<Integer> layers = configuration.layers();
        tensors.addDense(
                OUTPUT, layers.get(layers.size() - 1), configuration.encoding().classCount());
        return new TensorSchema(tensors.shapes);
    }

    private void addLayers(MelodyRnnConfiguration configuration) {
        int width = configuration.encoding().inputSize();
        for (int i = 0; i < configuration.layers().size(); i++) {
            int units = configuration.layers().get(i);
            int columns = configuration.cell().gates() * units;
            shapes.put(inputWeights(layer(i)), Shape.of(width, columns));
            shapes.put(recurrentWeights(layer(i)), Shape.of(units, columns));
            shapes.put(bias(layer(i)), Shape.of(columns));
            width = units;
        }
    }

    private void addAttention(MelodyRnnConfiguration configuration, Attention attention) {
        SequenceEncoding encoding = configuration.encoding();
        List<Integer> wrapped = attention.layersInside(configuration.layers());
        int input = encoding.inputSize();
        int size = wrapped.get(wrapped.size() - 1);
        int memory = configuration.cell().memories()
                * wrapped.stream().mapToInt(Integer::intValue).sum();
        shapes.put(weights(INPUT_MIX), Shape.of(input, input));
        shapes.put(readingWeights(INPUT_MIX), Shape.of(size, input));
        shapes.put(bias(INPUT_MIX), Shape.of(input));
        addDense(QUERY, memory, size);
        shapes.put(KEYS, Shape.of(size, size));
        shapes.put(SCORE, Shape.of(size));
        shapes.put(weights(OUTPUT_MIX), Shape.of(size, size));
        shapes.put(readingWeights(OUTPUT_MIX), Shape.of(size, size));
        shapes.put(bias(OUTPUT_MIX), Shape.of(size));
    }

    private void addDense(String scope, int inputs, int outputs) {
        shapes.put(weights(scope), Shape.of(inputs, outputs));
        shapes.put(bias(scope), Shape.of(outputs));
    }
}
