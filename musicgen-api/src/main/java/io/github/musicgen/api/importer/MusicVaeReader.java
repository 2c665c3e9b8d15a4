package io.github.musicgen.api.importer;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyvae.DecoderLayers;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the variables of a MusicVAE into the tensors of a bundle, and tells its sizes. */
final class MusicVaeReader {
    private static final String KERNEL = "/kernel";
    private static final String BIAS = "/bias";
    private static final String LEVEL = "hierarchical_level_";
    private static final String CONDUCTOR = "decoder/" + LEVEL + 0;
    private static final String CELL = "/basic_lstm_cell";
    private static final int VECTOR = 1;
    private static final int MATRIX = 2;

    /** Softplus of it is so near to 0 that what is drawn is the mean. */
    private static final float NO_DEVIATION = -100;

    private final Variables variables;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int inputs;
    private int classes;
    private int latentSize;
    private EncoderLayers encoder = EncoderLayers.whole(1);
    private DecoderLayers decoder = DecoderLayers.flat(1);

    MusicVaeReader(Variables variables) {
        this.variables = variables;
    }

    TensorTable read() throws MalformedModelException {
        Tensor output = readDense("decoder/output_projection", MelodyVaeTensors.OUTPUT);
        classes = output.shape().size(1);
        encoder = readEncoder();
        latentSize = readDense("encoder/mu", MelodyVaeTensors.MEAN).shape().size(1);
        if (latentSize > MelodyVaeConfiguration.MAX_LATENT_SIZE) {
            throw variables.malformed(
                    "vectors of at most " + MelodyVaeConfiguration.MAX_LATENT_SIZE + " numbers",
                    latentSize + " numbers");
        }
        readDeviation();
        List<Integer> conductor = readConductor();
        decoder = new DecoderLayers(conductor, readDecoder());
        for (String scalar : variables.takeScalars()) {
            warnings.add("passed over " + scalar + ", a single number that no network needs");
        }
        variables.requireAllTaken();
        return TensorTable.of(tensors);
    }

    /** A hierarchical one has two levels: what reads bars, and what reads what came of them. */
    private EncoderLayers readEncoder() throws MalformedModelException {
        boolean hierarchical = variables.hasScope("encoder/" + LEVEL + 0);
        inputs = inputs(hierarchical ? "encoder/" + LEVEL + 0 : "encoder");
        if (!hierarchical) {
            return new EncoderLayers(List.of(), readTwoWay("encoder", MelodyVaeTensors.ENCODER, inputs));
        }
        List<Integer> ofBars = readTwoWay("encoder/" + LEVEL + 0, MelodyVaeTensors.BAR_ENCODER, inputs);
        int width = 2 * ofBars.get(ofBars.size() - 1);
        return new EncoderLayers(ofBars, readTwoWay("encoder/" + LEVEL + 1, MelodyVaeTensors.ENCODER, width));
    }

    /** What the encoder is shown need not be what the decoder answers. */
    private int inputs(String level) throws MalformedModelException {
        Shape kernel = variables.shape(twoWayCell(level, 0, "fw") + KERNEL, MATRIX);
        return Math.max(1, kernel.size(0) - kernel.size(1) / Gates.COUNT);
    }

    private List<Integer> readTwoWay(String level, String scope, int inputs) throws MalformedModelException {
        List<Integer> layers = new ArrayList<>();
        int width = inputs;
        do {
            int index = layers.size();
            int units = readCell(twoWayCell(level, index, "fw"), MelodyVaeTensors.forward(scope, index), width, 0);
            readCell(twoWayCell(level, index, "bw"), MelodyVaeTensors.backward(scope, index), width, 0);
            layers.add(units);
            width = 2 * units;
        } while (variables.has(twoWayCell(level, layers.size(), "fw") + KERNEL));
        return layers;
    }

    private static String twoWayCell(String level, int index, String direction) {
        return level + "/cell_" + index + "/bidirectional_rnn/" + direction + "/multi_rnn_cell/cell_0" + CELL;
    }

    /** Magenta.js needs the mean alone, so that a folder made for it may leave the deviation out. */
    private void readDeviation() throws MalformedModelException {
        if (variables.has("encoder/sigma" + KERNEL)) {
            readDense("encoder/sigma", MelodyVaeTensors.DEVIATION);
            return;
        }
        warnings.add("the file tells no deviation of vectors; one that is drawn for a melody is its mean");
        float[] none = new float[latentSize];
        Arrays.fill(none, NO_DEVIATION);
        Shape shape = Shape.of(2 * encoder.layers().get(encoder.layers().size() - 1), latentSize);
        tensors.add(new Tensor(weights(MelodyVaeTensors.DEVIATION), shape, new float[shape.values()]));
        tensors.add(new Tensor(bias(MelodyVaeTensors.DEVIATION), Shape.of(latentSize), none));
    }

    /** It is shown a single 0 at each bar; the row of that can do nothing, and is left out. */
    private List<Integer> readConductor() throws MalformedModelException {
        List<Integer> layers = new ArrayList<>();
        if (!variables.hasScope(CONDUCTOR)) {
            return layers;
        }
        readDense(CONDUCTOR + "/initial_state", MelodyVaeTensors.CONDUCTOR_INITIAL);
        int width = 1;
        for (int i = 0; i == 0 || variables.has(conductorCell(i) + KERNEL); i++) {
            width = readCell(conductorCell(i), MelodyVaeTensors.conductorLayer(i), width, 0);
            layers.add(width);
        }
        tensors.removeIf(tensor -> tensor.name().equals(inputWeights(MelodyVaeTensors.conductorLayer(0))));
        return layers;
    }

    private static String conductorCell(int index) {
        return CONDUCTOR + "/cell_" + index + CELL;
    }

    private List<Integer> readDecoder() throws MalformedModelException {
        List<Integer> layers = new ArrayList<>();
        Tensor initial = readDense("decoder/z_to_initial_state", MelodyVaeTensors.INITIAL);
        int shown = initial.shape().size(0);
        int width = classes;
        for (int i = 0; variables.has(decoderCell(i) + KERNEL); i++) {
            width = readCell(decoderCell(i), MelodyVaeTensors.layer(i), width, i == 0 ? shown : 0);
            layers.add(width);
        }
        if (layers.isEmpty()) {
            throw variables.malformed("a decoder of LSTM cells", "only " + variables.names());
        }
        return layers;
    }

    private static String decoderCell(int index) {
        return "decoder/multi_rnn_cell/cell_" + index + CELL;
    }

    /** One matrix holds the rows of the event, of the vector if it is shown, and of the last output. Gives the units. */
    private int readCell(String name, String scope, int shown, int latent) throws MalformedModelException {
        Tensor kernel = variables.take(name + KERNEL, MATRIX);
        Tensor biases = variables.take(name + BIAS, VECTOR);
        int columns = kernel.shape().size(1);
        int units = columns / Gates.COUNT;
        int rows = kernel.shape().size(0);
        if (units < 1 || units * Gates.COUNT != columns || rows != shown + latent + units) {
            throw variables.malformed(
                    "kernel " + kernel.name() + " of " + (shown + latent) + " rows more than a fourth of its columns",
                    kernel.shape().toString());
        }
        requireLength(biases, columns);
        tensors.add(cut(inputWeights(scope), kernel, 0, shown));
        if (latent > 0) {
            tensors.add(cut(MelodyVaeTensors.LATENT_WEIGHTS, kernel, shown, latent));
        }
        tensors.add(cut(recurrentWeights(scope), kernel, shown + latent, units));
        Tensor renamed = new Tensor(bias(scope), biases.shape(), biases.values());
        tensors.add(Gates.withForgetBias(Gates.reordered(renamed, units), units));
        return units;
    }

    private static Tensor cut(String name, Tensor kernel, int from, int count) {
        int columns = kernel.shape().size(1);
        float[] values = Arrays.copyOfRange(kernel.values(), from * columns, (from + count) * columns);
        return Gates.reordered(new Tensor(name, Shape.of(count, columns), values), columns / Gates.COUNT);
    }

    private Tensor readDense(String name, String scope) throws MalformedModelException {
        Tensor kernel = variables.take(name + KERNEL, MATRIX);
        Tensor biases = variables.take(name + BIAS, VECTOR);
        requireLength(biases, kernel.shape().size(1));
        tensors.add(new Tensor(weights(scope), kernel.shape(), kernel.values()));
        tensors.add(new Tensor(bias(scope), biases.shape(), biases.values()));
        return kernel;
    }

    private void requireLength(Tensor vector, int length) throws MalformedModelException {
        if (vector.shape().size(0) != length) {
            throw variables.malformed(
                    "variable " + vector.name() + " of " + length + " values",
                    vector.shape().toString());
        }
    }

    int inputs() {
        return inputs;
    }

    int classes() {
        return classes;
    }

    int latentSize() {
        return latentSize;
    }

    EncoderLayers encoder() {
        return encoder;
    }

    DecoderLayers decoder() {
        return decoder;
    }

    List<String> warnings() {
        return warnings;
    }
}
