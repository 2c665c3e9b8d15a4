package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Floats;

/**
 * The same values as the arrays of a window, turned: one row for each place, in which the batches of all keys follow each
 * other. So a loop over one place runs along the whole window and sums up without a row's end.
 */
final class PlaceHistory {
    private float[][] rows = {}; // [size][keys * batch]
    private int size;
    private int batch;

    void begin(int newSize, int keys, int newBatch) {
        size = newSize;
        batch = newBatch;
        rows = Floats.atLeast(rows, size, Math.multiplyExact(keys, batch));
    }

    /** Puts a key in. */
    void put(int number, float[] values) {
        for (int place = 0; place < size; place++) {
            System.arraycopy(values, place * batch, rows[place], number * batch, batch);
        }
    }

    /** Copies a place of so many values, from a key on: HotSpot vectorizes best what begins at 0. */
    void get(int place, int number, float[] target, int count) {
        System.arraycopy(rows[place], number * batch, target, 0, count);
    }
}
