package io.github.musicgen.models.training;

/** How melodies become the rows of batches. */
public sealed interface Slicing {
    /**
     * Melodies are cut at random places, anew in each epoch, and each piece is learned by itself.
     *
     * @param steps the longest piece
     */
    record Crops(int steps) implements Slicing {
        /** Checks the bound. */
        public Crops {
            requireSteps(steps);
        }
    }

    /**
     * Melodies are learned whole. The network remembers from their beginning to their end, but gradients go only so far back:
     * truncated back-propagation.
     *
     * @param truncation how far gradients go back, and after how many steps weights are moved
     */
    record Whole(int truncation) implements Slicing {
        /** Checks the bound. */
        public Whole {
            requireSteps(truncation);
        }
    }

    private static void requireSteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, but were " + steps);
        }
    }
}
