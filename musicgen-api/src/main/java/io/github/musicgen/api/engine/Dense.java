package io.github.musicgen.api.engine;

/**
 * A dense layer without an activation: {@code y = x W + b}.
 *
 * @param weights one row per input
 * @param bias one value per output
 */
public record Dense(Matrix weights, Vector bias) {
    /** Checks that the widths agree. */
    public Dense {
        Shapes.requireLength("bias", bias, weights.columns());
    }

    /**
     * How many numbers were trained.
     *
     * @return weights and biases
     */
    public long parameterCount() {
        return (long) weights.rows() * weights.columns() + bias.length();
    }

    /**
     * Computes the output of a layer with tanh behind it.
     *
     * @param x the input
     * @param y where the output goes, as long as the layer is wide
     */
    public void applyTanh(float[] x, float[] y) {
        apply(x, y);
        Activations.tanh(y, 0, weights.columns());
    }

    /**
     * Computes the output of a layer behind which all that is below 0 becomes 0.
     *
     * @param x the input
     * @param y where the output goes, as long as the layer is wide
     */
    public void applyRectified(float[] x, float[] y) {
        apply(x, y);
        Activations.relu(y, 0, weights.columns());
    }

    /**
     * Computes the output.
     *
     * @param x the input
     * @param y where the output goes
     */
    public void apply(float[] x, float[] y) {
        bias.copyTo(y);
        weights.addProduct(x, y);
    }
}
