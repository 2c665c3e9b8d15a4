package io.github.musicgen.api.importer;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the variables of a flat MusicVAE into the tensors of a bundle, and tells its sizes. */
final class MusicVaeReader {
    private static final String KERNEL = "/kernel";
    private static final String BIAS = "/bias";
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
    private int encoderUnits;
    private final List<Integer> decoderLayers = new ArrayList<>();

    MusicVaeReader(Variables variables) {
        this.variables = variables;
    }

    TensorTable read() throws MalformedModelException {
        Tensor output = readDense("decoder/output_projection", MelodyVaeTensors.OUTPUT);
        classes = output.shape().size(1);
        Tensor initial = readDense("decoder/z_to_initial_state", MelodyVaeTensors.INITIAL);
        latentSize = initial.shape().size(0);
        encoderUnits = readEncoder("fw", MelodyVaeTensors.FORWARD);
        readEncoder("bw", MelodyVaeTensors.BACKWARD);
        readDense("encoder/mu", MelodyVaeTensors.MEAN);
        readDeviation();
        readDecoder();
        for (String scalar : variables.takeScalars()) {
            warnings.add("passed over " + scalar + ", a single number that no network needs");
        }
        variables.requireAllTaken();
        return TensorTable.of(tensors);
    }

    /** What the encoder is shown need not be what the decoder answers. */
    private int readEncoder(String direction, String scope) throws MalformedModelException {
        String cell = "encoder/cell_0/bidirectional_rnn/" + direction + "/multi_rnn_cell/cell_0" + CELL;
        Tensor kernel = variables.take(cell + KERNEL, MATRIX);
        inputs = Math.max(1, kernel.shape().size(0) - kernel.shape().size(1) / Gates.COUNT);
        return readCell(cell, kernel, scope, inputs, 0);
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
        tensors.add(new Tensor(
                weights(MelodyVaeTensors.DEVIATION),
                Shape.of(2 * encoderUnits, latentSize),
                new float[Math.multiplyExact(2 * encoderUnits, latentSize)]));
        tensors.add(new Tensor(bias(MelodyVaeTensors.DEVIATION), Shape.of(latentSize), none));
    }

    private void readDecoder() throws MalformedModelException {
        int width = classes;
        for (int i = 0; variables.has(decoderCell(i) + KERNEL); i++) {
            Tensor kernel = variables.take(decoderCell(i) + KERNEL, MATRIX);
            width = readCell(decoderCell(i), kernel, MelodyVaeTensors.layer(i), width, i == 0 ? latentSize : 0);
            decoderLayers.add(width);
        }
        if (decoderLayers.isEmpty()) {
            throw variables.malformed("a decoder of LSTM cells", "only " + variables.names());
        }
    }

    private static String decoderCell(int index) {
        return "decoder/multi_rnn_cell/cell_" + index + CELL;
    }

    /** One matrix holds the rows of the event, of the vector if it is shown, and of the last output. Gives the units. */
    private int readCell(String name, Tensor kernel, String scope, int shown, int latent)
            throws MalformedModelException {
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

    int encoderUnits() {
        return encoderUnits;
    }

    List<Integer> decoderLayers() {
        return decoderLayers;
    }

    List<String> warnings() {
        return warnings;
    }
}
