package io.github.musicgen.models.layers;

import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** Native memory that is made once and grows when it must. */
final class Workspace {
    private @Nullable FloatPointer memory;
    private long capacity;

    /** The address of at least so many floats, whose values are undefined. */
    long ofAtLeast(long floats) {
        FloatPointer current = memory;
        if (current == null || floats > capacity) {
            if (current != null) {
                current.deallocate();
            }
            current = new FloatPointer(Math.max(1, floats));
            memory = current;
            capacity = floats;
        }
        return current.address();
    }
}
