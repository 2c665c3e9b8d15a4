package io.github.musicgen.models.layers.sequence;

import java.util.Arrays;

/**
 * The bars of a batch of sequences as the rows of a larger one, so that all of them are read or written at once: first the first bars of
 * all sequences, then the second ones.
 */
record BarRows(int bars, int batch) {
    int rows() {
        return bars * batch;
    }

    /** The events of all bars. */
    int[][] of(int[][] sequences) {
        int length = sequences[0].length / bars;
        int[][] rows = new int[rows()][];
        for (int row = 0; row < rows.length; row++) {
            int from = row / batch * length;
            rows[row] = Arrays.copyOfRange(sequences[row % batch], from, from + length);
        }
        return rows;
    }

    /** The event before each bar, or one that is none. */
    int[] before(int[][] sequences, int none) {
        int length = sequences[0].length / bars;
        int[] before = new int[rows()];
        for (int row = 0; row < before.length; row++) {
            before[row] = row < batch ? none : sequences[row % batch][row / batch * length - 1];
        }
        return before;
    }

    /** From values of all bars, [width][rows], to those of one, [width][batch]. */
    void take(float[] all, int bar, int width, float[] ofBar) {
        for (int i = 0; i < width; i++) {
            System.arraycopy(all, i * rows() + bar * batch, ofBar, i * batch, batch);
        }
    }

    /** From values of a bar, [width][batch], to those of all, [width][rows]. */
    void put(float[] ofBar, int bar, int width, float[] all) {
        for (int i = 0; i < width; i++) {
            System.arraycopy(ofBar, i * batch, all, i * rows() + bar * batch, batch);
        }
    }
}
