package io.github.musicgen.models.layers;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;

/** Native memory with one place of {@code width x batch} for each step. */
final class Track {
    private final Workspace memory = new Workspace();
    private final NativeFloats cursor = new NativeFloats();
    private long address;
    private int length;

    void begin(int steps, int width, int batch) {
        length = Math.multiplyExact(width, batch);
        address = memory.ofAtLeast((long) steps * length);
    }

    long at(int step) {
        return NativeFloats.plus(address, (long) step * length);
    }

    void get(int step, float[] target) {
        cursor.at(at(step)).get(target, 0, length);
    }

    void put(int step, float[] values) {
        cursor.at(at(step)).put(values, 0, length);
    }
}
