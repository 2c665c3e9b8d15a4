package io.github.musicgen.models.layers.cells;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;

/** Native memory with one place of {@code width x batch} for each step. */
public final class Track {
    private final Workspace memory = new Workspace();
    private final NativeFloats cursor = new NativeFloats();
    private long address;
    private int length;

    /**
     * Makes room.
     *
     * @param steps how many places
     * @param width of each
     * @param batch how many examples
     */
    public void begin(int steps, int width, int batch) {
        length = Math.multiplyExact(width, batch);
        address = memory.ofAtLeast((long) steps * length);
    }

    /**
     * Where a place is.
     *
     * @param step the step
     * @return its address
     */
    public long at(int step) {
        return NativeFloats.plus(address, (long) step * length);
    }

    /**
     * Copies a place.
     *
     * @param step the step
     * @param target is set
     */
    public void get(int step, float[] target) {
        cursor.at(at(step)).get(target, 0, length);
    }

    /**
     * Fills a place.
     *
     * @param step the step
     * @param values are copied
     */
    public void put(int step, float[] values) {
        cursor.at(at(step)).put(values, 0, length);
    }
}
