package io.github.musicgen.api.melodyrnn;

import java.util.List;

/**
 * That a network looks back at its own last outputs.
 *
 * @param length how many of them
 * @param scope which layers lie inside
 */
public record Attention(int length, Scope scope) {
    /** How far Magenta's melody models look back. */
    public static final int DEFAULT_LENGTH = 40;

    /** The farthest look: a run keeps an output for each step. */
    public static final int MAX_LENGTH = 1 << 16;

    /** Which layers an attention wrapper encloses. */
    public enum Scope {
        /** The first layer alone, as Magenta has it since 2017. */
        FIRST_LAYER("first-layer"),

        /** The whole stack, as in Magenta's first bundles. */
        WHOLE_STACK("whole-stack");

        private final String word;

        Scope(String word) {
            this.word = word;
        }

        /**
         * The name in files.
         *
         * @return one word
         */
        public String word() {
            return word;
        }
    }

    /** Checks the length. */
    public Attention {
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("attention length must be 1.." + MAX_LENGTH + ", but was " + length);
        }
    }

    /**
     * Which of a model's layers it encloses.
     *
     * @param layers the units of all layers
     * @return those of the layers inside
     */
    public List<Integer> layersInside(List<Integer> layers) {
        return scope == Scope.FIRST_LAYER ? layers.subList(0, 1) : layers;
    }
}
