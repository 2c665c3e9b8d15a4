package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.Floats;

/** Events of a batch as a network is shown them, outside the heap: for each step rows of the batch, of which those of the event are 1. */
final class ShownSteps {
    private final int rows;
    private final Workspace memory = new Workspace(); // [steps][rows][batch]
    private final NativeFloats window = new NativeFloats();
    private float[] zeros = {};
    private int batch;
    private long address;

    ShownSteps(int rows) {
        this.rows = rows;
    }

    void begin(int newBatch, int steps) {
        batch = newBatch;
        address = memory.ofAtLeast((long) steps * rows * batch);
        zeros = Floats.atLeast(zeros, rows * batch);
        for (int step = 0; step < steps; step++) {
            window.at(at(step)).put(zeros, 0, rows * batch);
        }
    }

    void set(int step, int example, int index) {
        window.at(at(step)).put((long) index * batch + example, 1);
    }

    /** Writes rows of a step. */
    void set(int step, int row, float[] values, int length) {
        window.at(NativeFloats.plus(at(step), (long) row * batch)).put(values, 0, length);
    }

    long at(int step) {
        return NativeFloats.plus(address, (long) step * rows * batch);
    }
}
