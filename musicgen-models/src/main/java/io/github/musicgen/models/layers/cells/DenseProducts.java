package io.github.musicgen.models.layers.cells;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import java.util.Arrays;
import java.util.Map;

/** A dense layer on the rows of a batch, forwards and backwards: {@code y = x W + b}. */
public final class DenseProducts {
    private final int from;
    private final int to;
    private final Products products = new Products();
    private final NativeFloats window = new NativeFloats();
    private final Workspace outputMemory = new Workspace(); // [to][batch]
    private final Workspace inputMemory = new Workspace(); // [from][batch], the gradient of an input
    private float[] bias = {}; // [to * batch]
    private float[] biasSums = {}; // [to * batch]
    private int batch;
    private long weights;
    private long weightGradient;
    private long biasGradient;
    private final String weightName;
    private final String biasName;

    /**
     * A layer.
     *
     * @param name of the layer
     * @param from width of the input
     * @param to width of the output
     */
    public DenseProducts(String name, int from, int to) {
        this.weightName = weightsOf(name);
        this.biasName = biasOf(name);
        this.from = from;
        this.to = to;
    }

    /**
     * Tells the shapes of its parameters.
     *
     * @param shapes are added to
     * @param name of the layer
     * @param from width of the input
     * @param to width of the output
     */
    public static void addShapes(Map<String, int[]> shapes, String name, int from, int to) {
        shapes.put(weightsOf(name), new int[] {from, to});
        shapes.put(biasOf(name), new int[] {to});
    }

    /**
     * The name of its weights.
     *
     * @param name of the layer
     * @return the name among the parameters
     */
    public static String weightsOf(String name) {
        return name + ".W";
    }

    /**
     * The name of its bias.
     *
     * @param name of the layer
     * @return the name among the parameters
     */
    public static String biasOf(String name) {
        return name + ".b";
    }

    /** Values of the output of a batch. */
    int length() {
        return to * batch;
    }

    /**
     * Begins with a batch.
     *
     * @param parameters where weights, bias and their gradients are
     * @param newBatch how many examples
     */
    public void begin(FlatParameters parameters, int newBatch) {
        batch = newBatch;
        weights = ArrayAddress.of(parameters.view(weightName));
        weightGradient = ArrayAddress.of(parameters.gradient(weightName));
        biasGradient = ArrayAddress.of(parameters.gradient(biasName));
        float[] values = new float[to];
        window.at(ArrayAddress.of(parameters.view(biasName))).get(values, 0, to);
        bias = Floats.atLeast(bias, length());
        Floats.repeat(values, 0, to, batch, bias);
        biasSums = Floats.atLeast(biasSums, length());
        Arrays.fill(biasSums, 0);
    }

    /**
     * Sets the output without the bias, which {@link SoftmaxLoss} adds by itself.
     *
     * @param input its address
     * @param output is set
     */
    public void applyWithoutBias(long input, float[] output) {
        long sums = outputMemory.ofAtLeast(length());
        products.set(input, weights, sums, batch, from, to);
        window.at(sums).get(output, 0, length());
    }

    /**
     * Sets the output.
     *
     * @param input its address
     * @param output is set
     */
    public void apply(long input, float[] output) {
        applyWithoutBias(input, output);
        Floats.add(bias, output, length());
    }

    /**
     * The bias, repeated for the whole batch.
     *
     * @return not to be written to
     */
    public float[] bias() {
        return bias;
    }

    /**
     * Adds to the gradients of weights and bias, and sets that of the input.
     *
     * @param outputGradient the gradient of the output
     * @param input its address
     * @param inputGradient is set
     */
    public void backward(float[] outputGradient, long input, float[] inputGradient) {
        long gradient = outputMemory.ofAtLeast(length());
        window.at(gradient).put(outputGradient, 0, length());
        Floats.add(outputGradient, biasSums, length());
        products.addWeightGradient(input, gradient, weightGradient, batch, from, to);
        long below = inputMemory.ofAtLeast((long) from * batch);
        products.setBack(gradient, weights, below, batch, from, to);
        window.at(below).get(inputGradient, 0, from * batch);
    }

    /**
     * Writes the gradient of the bias, which was summed up.
     */
    public void endBackward() {
        float[] sums = new float[to];
        for (int i = 0; i < to; i++) {
            sums[i] = Floats.sum(biasSums, i * batch, batch);
        }
        window.at(biasGradient).put(sums, 0, to);
    }
}
