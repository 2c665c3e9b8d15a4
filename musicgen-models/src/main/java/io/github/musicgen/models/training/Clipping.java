package io.github.musicgen.models.training;

/**
 * How large gradients may be. Larger ones keep their direction and are made shorter.
 *
 * @param all the most for all weights together
 * @param each the most for each variable, which is clipped first
 */
public record Clipping(double all, double each) {
    /** Checks the bounds. */
    public Clipping {
        if (!(all > 0 && each > 0)) {
            throw new IllegalArgumentException(
                    "gradients must be clipped to more than 0, but were to " + Math.min(all, each));
        }
    }

    /**
     * Gradients stay as they are.
     *
     * @return no bounds
     */
    public static Clipping none() {
        return new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * All weights together.
     *
     * @param norm the most for the root of the sum of all squares
     * @return the bound
     */
    public static Clipping global(double norm) {
        return new Clipping(norm, Double.POSITIVE_INFINITY);
    }

    /**
     * Each variable by itself.
     *
     * @param norm the most for the root of the sum of the squares of one variable
     * @return the bound
     */
    public static Clipping perVariable(double norm) {
        return new Clipping(Double.POSITIVE_INFINITY, norm);
    }
}
