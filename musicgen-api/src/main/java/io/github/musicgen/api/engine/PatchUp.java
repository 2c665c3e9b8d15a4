package io.github.musicgen.api.engine;

/**
 * A transposed convolution whose stride is its kernel: each cell of a coarse map becomes a patch of a fine one, by a dense product.
 *
 * @param shape how the fine map is cut
 * @param weights from the filters to a patch, whose columns are cells, step by step, and channels // [filters x patchSize]
 * @param bias of the channels
 */
public record PatchUp(PatchShape shape, Matrix weights, Vector bias) {
    /** Checks that the widths agree. */
    public PatchUp {
        Shapes.require("weights of patches", weights, shape.filters(), shape.patchSize());
        Shapes.requireLength("bias of patches", bias, shape.channels());
    }

    /**
     * From a coarse map to a fine one.
     *
     * @param coarse the map // [patches][filters]
     * @return a new map // [cells][channels]
     */
    public float[][] apply(float[][] coarse) {
        float[][] patches = new float[shape.patches()][shape.patchSize()];
        weights.addProducts(coarse, patches, coarse.length);
        float[][] fine = new float[shape.cells()][shape.channels()];
        for (int cell = 0; cell < fine.length; cell++) {
            float[] patch = patches[shape.patchOf(cell)];
            int from = shape.placeOf(cell) * shape.channels();
            for (int channel = 0; channel < shape.channels(); channel++) {
                fine[cell][channel] = patch[from + channel] + bias.at(channel);
            }
        }
        return fine;
    }

    /**
     * The same, and all that is below 0 becomes 0.
     *
     * @param coarse the map // [patches][filters]
     * @return a new map // [cells][channels]
     */
    public float[][] applyRectified(float[][] coarse) {
        float[][] fine = apply(coarse);
        for (float[] values : fine) {
            Activations.relu(values, 0, values.length);
        }
        return fine;
    }
}
