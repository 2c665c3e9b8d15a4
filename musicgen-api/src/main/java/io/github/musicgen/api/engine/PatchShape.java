package io.github.musicgen.api.engine;

/**
 * How a map of cells is cut into patches that neither overlap nor leave anything out: what a convolution whose stride is its kernel looks
 * at. The fine map has a vector of channels at each cell, the coarse one a vector of filters at each patch.
 *
 * @param steps cells of the fine map along time
 * @param columns cells of the fine map along pitch
 * @param channels numbers at each cell
 * @param patchSteps cells of a patch along time, of which {@code steps} is a multiple
 * @param patchColumns cells of a patch along pitch, of which {@code columns} is a multiple
 * @param filters numbers at each patch
 */
public record PatchShape(int steps, int columns, int channels, int patchSteps, int patchColumns, int filters) {
    /** Checks that everything is 1 or more and that the patches cover the map. */
    public PatchShape {
        require("steps", steps, patchSteps);
        require("columns", columns, patchColumns);
        if (channels < 1 || filters < 1) {
            throw new IllegalArgumentException(
                    "channels and filters must be 1 or more, but were " + channels + " and " + filters);
        }
    }

    private static void require(String what, int cells, int patch) {
        if (patch < 1 || cells < 1 || cells % patch != 0) {
            throw new IllegalArgumentException(
                    what + " of a map must be a multiple of those of a patch, " + patch + ", but were " + cells);
        }
    }

    /**
     * How many cells the fine map has.
     *
     * @return steps times columns
     */
    public int cells() {
        return steps * columns;
    }

    /**
     * How many patches there are, which are the cells of the coarse map.
     *
     * @return patches along time times patches along pitch
     */
    public int patches() {
        return coarseSteps() * coarseColumns();
    }

    /**
     * Patches along time.
     *
     * @return steps of the coarse map
     */
    public int coarseSteps() {
        return steps / patchSteps;
    }

    /**
     * Patches along pitch.
     *
     * @return columns of the coarse map
     */
    public int coarseColumns() {
        return columns / patchColumns;
    }

    /**
     * How many numbers a patch has: rows of the weights that look at it.
     *
     * @return cells of a patch times channels
     */
    public int patchSize() {
        return patchSteps * patchColumns * channels;
    }

    /** The patch that a cell of the fine map lies in. */
    int patchOf(int cell) {
        return cell / columns / patchSteps * coarseColumns() + cell % columns / patchColumns;
    }

    /** The place of a cell within its patch, step by step. */
    int placeOf(int cell) {
        return cell / columns % patchSteps * patchColumns + cell % columns % patchColumns;
    }
}
