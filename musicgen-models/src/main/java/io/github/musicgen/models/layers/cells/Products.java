package io.github.musicgen.models.layers.cells;

import io.github.musicgen.models.blas.MatrixProducts;

/**
 * The products of a layer. All matrices lie column by column without gaps, as arrays in 'f' order do: a step is {@code batch x size},
 * weights are {@code inputs x outputs}.
 */
public final class Products {
    private final MatrixProducts products = new MatrixProducts();

    /**
     * Sets {@code outputs [batch x to] = inputs [batch x from] * weights [from x to]}.
     *
     * @param inputs their address
     * @param weights their address
     * @param outputs their address
     * @param batch how many examples
     * @param from width of the inputs
     * @param to width of the outputs
     */
    public void set(long inputs, long weights, long outputs, int batch, int from, int to) {
        products.set(inputs, weights, outputs, batch, to, from);
    }

    /** Adds {@code inputs [batch x from] * weights [from x to]} to {@code outputs [batch x to]}. */
    void add(long inputs, long weights, long outputs, int batch, int from, int to) {
        products.add(inputs, weights, outputs, batch, to, from);
    }

    /**
     * Sets {@code inputGradient [batch x from] = outputGradient [batch x to] * transpose of weights [from x to]}.
     *
     * @param outputGradient its address
     * @param weights their address
     * @param inputGradient its address
     * @param batch how many examples
     * @param from width of the inputs
     * @param to width of the outputs
     */
    public void setBack(long outputGradient, long weights, long inputGradient, int batch, int from, int to) {
        products.setByTransposed(outputGradient, weights, inputGradient, batch, from, to);
    }

    /** Adds {@code outputGradient [batch x to] * transpose of weights [from x to]} to {@code inputGradient}. */
    void addBack(long outputGradient, long weights, long inputGradient, int batch, int from, int to) {
        products.addByTransposed(outputGradient, weights, inputGradient, batch, from, to);
    }

    /**
     * Adds {@code transpose of inputs [batch x from] * outputGradient [batch x to]} to {@code weightGradient [from x
     * to]}.
     *
     * @param inputs their address
     * @param outputGradient its address
     * @param weightGradient its address
     * @param batch how many examples
     * @param from width of the inputs
     * @param to width of the outputs
     */
    public void addWeightGradient(long inputs, long outputGradient, long weightGradient, int batch, int from, int to) {
        products.addTransposedTimes(inputs, outputGradient, weightGradient, from, to, batch);
    }

    /** Sets {@code inputGradient [from x batch] = weights [from x to] * transpose of outputGradient [batch x to]}. */
    void setBackByExample(long outputGradient, long weights, long inputGradient, int batch, int from, int to) {
        products.setByTransposed(weights, outputGradient, inputGradient, from, batch, to);
    }

    /** Adds {@code weights [from x to] * transpose of outputGradient [batch x to]} to {@code inputGradient [from x batch]}. */
    void addBackByExample(long outputGradient, long weights, long inputGradient, int batch, int from, int to) {
        products.addByTransposed(weights, outputGradient, inputGradient, from, batch, to);
    }

    /** Adds {@code inputs [from x batch] * outputGradient [batch x to]} to {@code weightGradient [from x to]}. */
    void addWeightGradientByExample(
            long inputs, long outputGradient, long weightGradient, int batch, int from, int to) {
        products.add(inputs, outputGradient, weightGradient, from, to, batch);
    }
}
