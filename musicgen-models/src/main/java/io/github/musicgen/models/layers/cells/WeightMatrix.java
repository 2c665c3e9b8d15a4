package io.github.musicgen.models.layers.cells;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Weights of a layer and their gradient in the memory of its network, and what is multiplied with them. */
public final class WeightMatrix {
    private final String name;
    private final int from;
    private final int to;
    private final Products products = new Products();
    private @Nullable INDArray values; // held, so that their memory is
    private @Nullable INDArray gradient;

    /**
     * Weights {@code [from x to]}.
     *
     * @param name among the parameters
     * @param from width of the inputs
     * @param to width of the outputs
     */
    public WeightMatrix(String name, int from, int to) {
        this.name = name;
        this.from = from;
        this.to = to;
    }

    /**
     * Takes the weights of this run.
     *
     * @param parameters by name
     */
    public void read(Function<String, INDArray> parameters) {
        values = parameters.apply(name);
    }

    /**
     * Begins the way back.
     *
     * @param gradients by name
     */
    public void beginBackward(Function<String, INDArray> gradients) {
        gradient = gradients.apply(name);
    }

    /**
     * Sets outputs to the product of inputs and weights.
     *
     * @param inputs their address
     * @param outputs their address
     * @param batch how many examples
     */
    public void set(long inputs, long outputs, int batch) {
        products.set(inputs, address(values), outputs, batch, from, to);
    }

    /**
     * Adds the product of inputs and weights to outputs.
     *
     * @param inputs their address
     * @param outputs their address
     * @param batch how many examples
     */
    public void add(long inputs, long outputs, int batch) {
        products.add(inputs, address(values), outputs, batch, from, to);
    }

    /**
     * Sets the gradient of the inputs.
     *
     * @param outputGradient its address
     * @param inputGradient its address
     * @param batch how many examples
     */
    public void setBack(long outputGradient, long inputGradient, int batch) {
        products.setBack(outputGradient, address(values), inputGradient, batch, from, to);
    }

    /**
     * Adds to the gradient of the inputs.
     *
     * @param outputGradient its address
     * @param inputGradient its address
     * @param batch how many examples
     */
    public void addBack(long outputGradient, long inputGradient, int batch) {
        products.addBack(outputGradient, address(values), inputGradient, batch, from, to);
    }

    /**
     * Adds to the gradient of the weights.
     *
     * @param inputs their address
     * @param outputGradient its address
     * @param batch how many examples
     */
    public void addGradient(long inputs, long outputGradient, int batch) {
        products.addWeightGradient(inputs, outputGradient, address(gradient), batch, from, to);
    }

    /**
     * Sets the gradient of the inputs, transposed: an example after the other.
     *
     * @param outputGradient its address
     * @param inputGradient its address, {@code from x batch}
     * @param batch how many examples
     */
    public void setBackByExample(long outputGradient, long inputGradient, int batch) {
        products.setBackByExample(outputGradient, address(values), inputGradient, batch, from, to);
    }

    /**
     * Adds to the gradient of the inputs, transposed: an example after the other.
     *
     * @param outputGradient its address
     * @param inputGradient its address, {@code from x batch}
     * @param batch how many examples
     */
    public void addBackByExample(long outputGradient, long inputGradient, int batch) {
        products.addBackByExample(outputGradient, address(values), inputGradient, batch, from, to);
    }

    /**
     * Adds to the gradient of the weights, of inputs that lie transposed: an example after the other.
     *
     * @param inputs their address, {@code from x batch}
     * @param outputGradient its address
     * @param batch how many examples
     */
    public void addGradientByExample(long inputs, long outputGradient, int batch) {
        products.addWeightGradientByExample(inputs, outputGradient, address(gradient), batch, from, to);
    }

    private static long address(@Nullable INDArray array) {
        return ArrayAddress.of(Objects.requireNonNull(array));
    }
}
