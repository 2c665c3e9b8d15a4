package io.github.musicgen.api.engine;

/**
 * A convolution whose stride is its kernel: a dense product on each patch of a map. Behind it all that is below 0 becomes 0.
 *
 * <p>A map is a vector of channels for each cell, step by step. Rows of the weights are the cells of a patch, step by step, and the
 * channels of each cell.
 *
 * @param shape how the map is cut
 * @param weights from a patch to the filters // [patchSize x filters]
 * @param bias of the filters
 */
public record PatchDown(PatchShape shape, Matrix weights, Vector bias) {
    /** Checks that the widths agree. */
    public PatchDown {
        Shapes.require("weights of patches", weights, shape.patchSize(), shape.filters());
        Shapes.requireLength("bias of patches", bias, shape.filters());
    }

    /**
     * From a fine map to a coarse one.
     *
     * @param fine the map // [cells][channels]
     * @return a new map // [patches][filters]
     */
    public float[][] apply(float[][] fine) {
        float[][] patches = new float[shape.patches()][shape.patchSize()];
        for (int cell = 0; cell < shape.cells(); cell++) {
            int to = shape.placeOf(cell) * shape.channels();
            System.arraycopy(fine[cell], 0, patches[shape.patchOf(cell)], to, shape.channels());
        }
        float[][] coarse = biased();
        weights.addProducts(patches, coarse, coarse.length);
        return rectified(coarse);
    }

    /**
     * The same of a map that is 1 at a few places and 0 at all others; to the bit, and much faster.
     *
     * @param set the places that are 1, ascending, each a cell times the channels plus a channel
     * @return a new map // [patches][filters]
     */
    public float[][] applySparse(int... set) {
        float[][] coarse = biased();
        for (int place : set) {
            int cell = place / shape.channels();
            int row = shape.placeOf(cell) * shape.channels() + place % shape.channels();
            weights.addRow(row, 1, coarse[shape.patchOf(cell)]);
        }
        return rectified(coarse);
    }

    private float[][] biased() {
        float[][] coarse = new float[shape.patches()][shape.filters()];
        for (float[] sums : coarse) {
            bias.copyTo(sums);
        }
        return coarse;
    }

    private static float[][] rectified(float[][] map) {
        for (float[] values : map) {
            Activations.relu(values, 0, values.length);
        }
        return map;
    }
}
