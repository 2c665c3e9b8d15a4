package io.github.musicgen.models.layers.roll;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.DenseProducts;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A variational autoencoder of piano rolls, as it is trained: layers of patches that read a roll, means and logarithms of variances, and
 * layers of patches that write the roll again from a point that is drawn there.
 *
 * <p>Parameters are called {@code scope.W}, inputs x outputs, and {@code scope.b}. The scopes are {@code encoder.patch.0} and so on, {@code
 * encoder.latent}, {@code decoder.latent}, and {@code decoder.patch.0} and so on, of which 0 writes the cells. Rows of patches are cells,
 * step by step, and the channels of each. For one thread at a time.
 */
public final class RollAutoencoder {
    private static final String TO_LATENT = "encoder.latent";
    private static final String FROM_LATENT = "decoder.latent";

    private final RollSizes sizes;
    private final FlatParameters parameters;
    private final RollCells cells;
    private final List<PatchLayout> read;
    private final List<PatchLayout> written;
    private final List<PatchReader> readers = new ArrayList<>();
    private final List<PatchWriter> writers = new ArrayList<>(); // in the order of the encoder
    private final DenseProducts toLatent;
    private final DenseProducts fromLatent;
    private final Workspace memory = new Workspace(); // of what the encoder read last
    private final Workspace pointMemory = new Workspace();
    private final NativeFloats window = new NativeFloats();
    private float[][] maps = {}; // of the encoder, the planes first
    private float[][] drawn = {}; // of the decoder, in the order of the encoder, the scores first
    private float[][] gradients = {}; // as long as the longer of the two
    private float[] told = {}; // [encoderOutputs * batch]
    private float[] toldGradient = {};
    private float[] points = {}; // [latentSize * batch]
    private float[] pointGradient = {};
    private double[] cellCosts = {}; // [batch]
    private double[] velocityCosts = {};
    private double[] divergences = {};
    private long readAt;

    /**
     * Makes one whose parameters are all 0.
     *
     * @param sizes how large it is
     */
    public RollAutoencoder(RollSizes sizes) {
        this.sizes = sizes;
        this.cells = new RollCells(sizes);
        this.read = sizes.layouts(sizes.planesRead());
        this.written = sizes.layouts(sizes.planesWritten());
        this.parameters = new FlatParameters(shapes());
        for (int i = 0; i < read.size(); i++) {
            readers.add(new PatchReader(down(i), read.get(i)));
            writers.add(new PatchWriter(up(i), written.get(i)));
        }
        this.toLatent = new DenseProducts(TO_LATENT, width(), sizes.encoderOutputs());
        this.fromLatent = new DenseProducts(FROM_LATENT, sizes.latentSize(), width());
    }

    private static String down(int layer) {
        return "encoder.patch." + layer;
    }

    private static String up(int layer) {
        return "decoder.patch." + layer;
    }

    private int width() {
        return sizes.kernels().get(sizes.kernels().size() - 1).filters();
    }

    private Map<String, int[]> shapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            DenseProducts.addShapes(
                    shapes, down(i), read.get(i).patchSize(), read.get(i).filters());
        }
        DenseProducts.addShapes(shapes, TO_LATENT, width(), sizes.encoderOutputs());
        DenseProducts.addShapes(shapes, FROM_LATENT, sizes.latentSize(), width());
        for (int i = written.size() - 1; i >= 0; i--) {
            shapes.put(
                    DenseProducts.weightsOf(up(i)),
                    new int[] {written.get(i).filters(), written.get(i).patchSize()});
            shapes.put(DenseProducts.biasOf(up(i)), new int[] {written.get(i).channels()});
        }
        return shapes;
    }

    /**
     * How large it is.
     *
     * @return the sizes
     */
    public RollSizes sizes() {
        return sizes;
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
     * @param rolls the batch
     * @param noise what is drawn by, normally distributed, or zeros for the mean // [latentSize * batch]
     * @param beta how much the divergence counts
     * @return what it cost
     */
    public RollLoss run(Rolls rolls, float[] noise, double beta) {
        int batch = rolls.size();
        makeRoom(batch);
        cells.read(rolls, maps[0]);
        for (int i = 0; i < readers.size(); i++) {
            readers.get(i).run(parameters, maps[i], maps[i + 1], batch);
        }
        int length = width() * batch;
        readAt = memory.ofAtLeast(length);
        window.at(readAt).put(maps[readers.size()], 0, length);
        toLatent.begin(parameters, batch);
        toLatent.apply(readAt, told);
        draw(noise, batch);
        decode(batch);
        cells.cost(rolls, drawn[0], gradients[0], cellCosts, velocityCosts);
        return loss(batch, beta);
    }

    private void makeRoom(int batch) {
        int layers = read.size();
        maps = maps.length == 0 ? new float[layers + 1][0] : maps;
        drawn = drawn.length == 0 ? new float[layers + 1][0] : drawn;
        gradients = gradients.length == 0 ? new float[layers + 1][0] : gradients;
        for (int i = 0; i <= layers; i++) {
            int ofRead = i < layers ? read.get(i).fineLength(batch) : width() * batch;
            int ofWritten = i < layers ? written.get(i).fineLength(batch) : width() * batch;
            maps[i] = Floats.atLeast(maps[i], ofRead);
            drawn[i] = Floats.atLeast(drawn[i], ofWritten);
            gradients[i] = Floats.atLeast(gradients[i], Math.max(ofRead, ofWritten));
        }
        told = Floats.atLeast(told, sizes.encoderOutputs() * batch);
        toldGradient = Floats.atLeast(toldGradient, sizes.encoderOutputs() * batch);
        points = Floats.atLeast(points, sizes.latentSize() * batch);
        pointGradient = Floats.atLeast(pointGradient, sizes.latentSize() * batch);
        cellCosts = new double[batch];
        velocityCosts = new double[batch];
        divergences = new double[batch];
    }

    private void draw(float[] noise, int batch) {
        for (int i = 0; i < sizes.latentSize() * batch; i++) {
            double logarithm = told[variance(i, batch)];
            points[i] = (float) (told[i] + Math.exp(0.5 * logarithm) * noise[i]);
            double m = told[i];
            divergences[i % batch] += 0.5 * (m * m + Math.exp(logarithm) - 1 - logarithm);
        }
    }

    /** Where the logarithm of the variance of a number lies. */
    private int variance(int i, int batch) {
        int ofAll = sizes.latentSize() * batch;
        return sizes.ownDeviations() ? ofAll + i : ofAll + i % batch;
    }

    private void decode(int batch) {
        int length = sizes.latentSize() * batch;
        long at = pointMemory.ofAtLeast(length);
        window.at(at).put(points, 0, length);
        fromLatent.begin(parameters, batch);
        int layers = writers.size();
        fromLatent.apply(at, drawn[layers]);
        Rectifier.apply(drawn[layers], width() * batch);
        for (int i = layers - 1; i >= 0; i--) {
            writers.get(i).run(parameters, drawn[i + 1], drawn[i], batch);
            if (i > 0) {
                Rectifier.apply(drawn[i], written.get(i).fineLength(batch));
            }
        }
    }

    private RollLoss loss(int batch, double beta) {
        double reconstruction = Arrays.stream(cellCosts).sum() / batch;
        double velocity = Arrays.stream(velocityCosts).sum() / batch;
        double divergence = Arrays.stream(divergences).sum() / batch;
        return new RollLoss(reconstruction, velocity, divergence, reconstruction + velocity + beta * divergence);
    }

    /**
     * Encodes and decodes a batch, and finds the gradients of the mean of what its rolls cost.
     *
     * @param rolls the batch
     * @param noise what is drawn by, normally distributed // [latentSize * batch]
     * @param beta how much the divergence counts
     * @return what it cost
     */
    public RollLoss learn(Rolls rolls, float[] noise, double beta) {
        RollLoss loss = run(rolls, noise, beta);
        int batch = rolls.size();
        parameters.gradients().assign(0);
        for (int i = 0; i < written.get(0).fineLength(batch); i++) {
            gradients[0][i] /= batch;
        }
        int layers = writers.size();
        for (int i = 0; i < layers; i++) {
            writers.get(i).back(parameters, gradients[i], gradients[i + 1]);
            Rectifier.back(drawn[i + 1], gradients[i + 1], written.get(i).coarseLength(batch));
        }
        fromLatent.backward(gradients[layers], pointMemory.ofAtLeast(0), pointGradient);
        fromLatent.endBackward();
        backDraw(noise, beta / batch, batch);
        toLatent.backward(toldGradient, readAt, gradients[layers]);
        toLatent.endBackward();
        for (int i = layers - 1; i >= 0; i--) {
            readers.get(i).back(maps[i + 1], gradients[i + 1], gradients[i]);
        }
        return loss;
    }

    private void backDraw(float[] noise, double weight, int batch) {
        Arrays.fill(toldGradient, 0);
        for (int i = 0; i < sizes.latentSize() * batch; i++) {
            int at = variance(i, batch);
            double logarithm = told[at];
            double deviation = Math.exp(0.5 * logarithm);
            toldGradient[i] = (float) (pointGradient[i] + weight * told[i]);
            toldGradient[at] += (float)
                    (0.5 * pointGradient[i] * noise[i] * deviation + 0.5 * weight * (deviation * deviation - 1));
        }
    }

    /**
     * What each roll of the last batch cost.
     *
     * @return its cells, in nats or squared errors // [batch]
     */
    public double[] costs() {
        return cellCosts.clone();
    }

    /**
     * What the encoder told of each roll of the last batch: means, and logarithms of variances, as many of these or one.
     *
     * @return a copy // [batch][encoderOutputs]
     */
    public float[][] told() {
        int batch = cellCosts.length;
        float[][] each = new float[batch][sizes.encoderOutputs()];
        for (int i = 0; i < sizes.encoderOutputs() * batch; i++) {
            each[i % batch][i / batch] = told[i];
        }
        return each;
    }
}
