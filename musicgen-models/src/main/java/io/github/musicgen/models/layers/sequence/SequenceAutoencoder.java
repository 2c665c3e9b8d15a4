package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.DenseProducts;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.GateNames;
import io.github.musicgen.models.layers.cells.LstmCells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A variational autoencoder of sequences of events, as it is trained: LSTM cells that read a sequence from both ends, a mean and a
 * deviation, and LSTM cells that write the sequence again from a point that is drawn there. It is no layer of a network of
 * Deeplearning4j, since that lets no layer draw events in the middle of a sequence, but it is made of the same cells.
 *
 * <p>Dense parameters are called {@code scope.W} and {@code scope.b}, those of cells {@code scope.W}, {@code scope.RW} and {@code
 * scope.b}, with columns of gates i f o j. The scopes are {@code encoder.forward}, {@code encoder.backward}, {@code encoder.mean}, {@code
 * encoder.deviation}, {@code decoder.initial}, {@code decoder.layer.0} and so on, whose input is the event and below it the point, and
 * {@code decoder.output}. Layers above the first of an encoder are {@code encoder.layer.1.forward} and so on, those that read bars {@code
 * encoder.bar.forward}; a conductor has {@code conductor.initial} and {@code conductor.layer.0}, without a {@code W}, and so on. For one
 * thread at a time.
 */
public final class SequenceAutoencoder {
    private static final String MEAN = "encoder.mean";
    private static final String DEVIATION = "encoder.deviation";

    private final AutoencoderSizes sizes;
    private final FlatParameters parameters;
    private final SequenceReader reader;
    private final DenseProducts mean;
    private final DenseProducts deviation;
    private final PointWriter writer;
    private final Workspace pointMemory = new Workspace(); // [latentSize][batch]
    private final NativeFloats window = new NativeFloats();
    private float[] means = {}; // [latentSize * batch], as all below
    private float[] sums = {};
    private float[] deviations = {};
    private float[] points = {};
    private float[] pointGradient = {};
    private float[] sumGradient = {};
    private double[] divergences = {}; // [batch]

    /**
     * Makes one whose parameters are all 0.
     *
     * @param sizes how large it is
     * @param shown for each class the inputs that are 1 when the layers that read are shown it; all others are 0
     */
    public SequenceAutoencoder(AutoencoderSizes sizes, int[][] shown) {
        requireInputs(sizes, shown);
        this.sizes = sizes;
        this.parameters = new FlatParameters(shapes(sizes));
        this.reader = new SequenceReader(sizes, shown);
        this.mean = new DenseProducts(MEAN, sizes.outcome(), sizes.latentSize());
        this.deviation = new DenseProducts(DEVIATION, sizes.outcome(), sizes.latentSize());
        this.writer = sizes.isConducted()
                ? new ConductedWriter(sizes)
                : new SequenceWriter(sizes.classes(), sizes.steps(), sizes.latentSize(), sizes.decoderLayers());
    }

    private static void requireInputs(AutoencoderSizes sizes, int[][] shown) {
        if (shown.length != sizes.classes()) {
            throw new IllegalArgumentException(
                    "inputs must be told for " + sizes.classes() + " classes, but were for " + shown.length);
        }
        for (int event = 0; event < shown.length; event++) {
            for (int input : shown[event]) {
                if (input < 0 || input >= sizes.inputs()) {
                    throw new IllegalArgumentException("inputs of class " + event + " must be 0.."
                            + (sizes.inputs() - 1) + ", but one was " + input);
                }
            }
        }
    }

    private static Map<String, int[]> shapes(AutoencoderSizes sizes) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        int width = addTwoWay(shapes, SequenceReader.BAR_ENCODER, sizes.inputs(), sizes.barLayers());
        addTwoWay(shapes, SequenceReader.ENCODER, width, sizes.encoderLayers());
        DenseProducts.addShapes(shapes, MEAN, sizes.outcome(), sizes.latentSize());
        DenseProducts.addShapes(shapes, DEVIATION, sizes.outcome(), sizes.latentSize());
        if (sizes.isConducted()) {
            DenseProducts.addShapes(
                    shapes,
                    ConductedWriter.INITIAL,
                    sizes.latentSize(),
                    AutoencoderSizes.memory(sizes.conductorLayers()));
            addLayers(shapes, ConductedWriter::layer, 0, sizes.conductorLayers());
        }
        DenseProducts.addShapes(
                shapes, SequenceWriter.INITIAL, sizes.shown(), AutoencoderSizes.memory(sizes.decoderLayers()));
        width = addLayers(shapes, SequenceWriter::layer, sizes.classes() + sizes.shown(), sizes.decoderLayers());
        DenseProducts.addShapes(shapes, SequenceWriter.OUTPUT, width, sizes.classes());
        return shapes;
    }

    /** Gives the width of what both directions of the last layer give. */
    private static int addTwoWay(Map<String, int[]> shapes, String scope, int inputs, List<Integer> layers) {
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            addCells(shapes, TwoWayStack.forward(scope, i), width, layers.get(i));
            addCells(shapes, TwoWayStack.backward(scope, i), width, layers.get(i));
            width = 2 * layers.get(i);
        }
        return width;
    }

    private static int addLayers(
            Map<String, int[]> shapes, IntFunction<String> scopes, int inputs, List<Integer> layers) {
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            addCells(shapes, scopes.apply(i), width, layers.get(i));
            width = layers.get(i);
        }
        return width;
    }

    /** Cells that are shown nothing have no weights for it. */
    private static void addCells(Map<String, int[]> shapes, String scope, int inputs, int units) {
        GateNames names = GateNames.of(scope);
        if (inputs > 0) {
            shapes.put(names.inputWeights(), new int[] {inputs, LstmCells.GATES * units});
        }
        shapes.put(names.recurrentWeights(), new int[] {units, LstmCells.GATES * units});
        shapes.put(names.bias(), new int[] {LstmCells.GATES * units});
    }

    /**
     * All parameters, one behind the other.
     *
     * @return not a copy
     */
    public INDArray parameters() {
        return parameters.values();
    }

    /**
     * The gradients that {@link #learn} left, in the same order.
     *
     * @return not a copy
     */
    public INDArray gradients() {
        return parameters.gradients();
    }

    /**
     * The names of parameters.
     *
     * @return in order
     */
    public Set<String> names() {
        return parameters.views().keySet();
    }

    /**
     * One parameter.
     *
     * @param name one of {@link #names}
     * @return a view; a bias is a row
     */
    public INDArray parameter(String name) {
        return parameters.view(name);
    }

    /**
     * Encodes and decodes a batch.
     *
     * @param sequences the classes of each sequence // [batch][steps]
     * @param noise what is drawn by, normally distributed, or zeros for the mean // [latentSize * batch]
     * @param weight how what is lost is weighed
     * @param random of the events that are drawn in place of the true ones
     * @return what it cost
     */
    public AutoencoderLoss run(int[][] sequences, float[] noise, LossWeight weight, SplittableRandom random) {
        int batch = sequences.length;
        int length = sizes.latentSize() * batch;
        makeRoom(batch, length);
        long read = reader.run(parameters, sequences);
        mean.begin(parameters, batch);
        deviation.begin(parameters, batch);
        mean.apply(read, means);
        deviation.apply(read, sums);
        LatentLoops.softplus(sums, deviations, length);
        LatentLoops.draw(means, deviations, noise, points, length);
        long at = pointMemory.ofAtLeast(length);
        window.at(at).put(points, 0, length);
        writer.run(parameters, sequences, points, at, weight.drawn(), random);
        return loss(batch, length, weight);
    }

    private void makeRoom(int batch, int length) {
        means = Floats.atLeast(means, length);
        sums = Floats.atLeast(sums, length);
        deviations = Floats.atLeast(deviations, length);
        points = Floats.atLeast(points, length);
        pointGradient = Floats.atLeast(pointGradient, length);
        sumGradient = Floats.atLeast(sumGradient, length);
        divergences = divergences.length >= batch ? divergences : new double[batch];
    }

    private AutoencoderLoss loss(int batch, int length, LossWeight weight) {
        LatentLoops.divergence(means, deviations, batch, length, divergences);
        double[] losses = new double[batch];
        writer.loss(losses);
        double reconstruction = 0;
        double divergence = 0;
        double counted = 0;
        for (int i = 0; i < batch; i++) {
            reconstruction += losses[i] / batch;
            divergence += divergences[i] / batch;
            counted += Math.max(0, divergences[i] - weight.freeNats()) / batch;
        }
        double hits = (double) writer.hits() / (batch * sizes.steps());
        return new AutoencoderLoss(reconstruction, divergence, reconstruction + weight.beta() * counted, hits);
    }

    /**
     * Encodes and decodes a batch, and finds the gradients of the mean of what its sequences cost.
     *
     * @param sequences the classes of each sequence // [batch][steps]
     * @param noise what is drawn by, normally distributed // [latentSize * batch]
     * @param weight how what is lost is weighed
     * @param random of the events that are drawn in place of the true ones
     * @return what it cost
     */
    public AutoencoderLoss learn(int[][] sequences, float[] noise, LossWeight weight, SplittableRandom random) {
        AutoencoderLoss loss = run(sequences, noise, weight, random);
        int batch = sequences.length;
        int length = sizes.latentSize() * batch;
        parameters.gradients().assign(0);
        writer.back(parameters, pointMemory.ofAtLeast(length), pointGradient);
        float[] counts = new float[batch];
        for (int i = 0; i < batch; i++) {
            counts[i] = divergences[i] > weight.freeNats() ? (float) (weight.beta() / batch) : 0;
        }
        LatentLoops.backward(pointGradient, noise, means, deviations, sums, counts, sumGradient, batch, length);
        backEncoder(batch);
        return loss;
    }

    private void backEncoder(int batch) {
        int width = sizes.outcome() * batch;
        float[] readGradient = new float[width];
        float[] more = new float[width];
        long read = reader.read();
        mean.backward(pointGradient, read, readGradient);
        deviation.backward(sumGradient, read, more);
        mean.endBackward();
        deviation.endBackward();
        Floats.add(more, readGradient, width);
        reader.back(parameters, readGradient);
    }
}
