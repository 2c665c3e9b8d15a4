package io.github.musicgen.models.layers;

import io.github.musicgen.models.blas.MatrixProducts;

/**
 * The products of a layer. All matrices lie column by column without gaps, as arrays in 'f' order do: a step is {@code batch x size},
 * weights are {@code inputs x outputs}.
 */
final class Products {
    private final MatrixProducts products = new MatrixProducts();

    /** Sets {@code outputs [batch x to] = inputs [batch x from] * weights [from x to]}. */
    void set(long inputs, long weights, long outputs, int batch, int from, int to) {
        products.set(inputs, weights, outputs, batch, to, from);
    }

    /** Adds {@code inputs [batch x from] * weights [from x to]} to {@code outputs [batch x to]}. */
    void add(long inputs, long weights, long outputs, int batch, int from, int to) {
        products.add(inputs, weights, outputs, batch, to, from);
    }

    /** Sets {@code inputGradient [batch x from] = outputGradient [batch x to] * transpose of weights [from x to]}. */
    void setBack(long outputGradient, long weights, long inputGradient, int batch, int from, int to) {
        products.setByTransposed(outputGradient, weights, inputGradient, batch, from, to);
    }

    /** Adds {@code outputGradient [batch x to] * transpose of weights [from x to]} to {@code inputGradient}. */
    void addBack(long outputGradient, long weights, long inputGradient, int batch, int from, int to) {
        products.addByTransposed(outputGradient, weights, inputGradient, batch, from, to);
    }

    /** Adds {@code transpose of inputs [batch x from] * outputGradient [batch x to]} to {@code weightGradient [from x to]}. */
    void addWeightGradient(long inputs, long outputGradient, long weightGradient, int batch, int from, int to) {
        products.addTransposedTimes(inputs, outputGradient, weightGradient, from, to, batch);
    }
}
