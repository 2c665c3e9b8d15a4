package io.github.musicgen.models.blas;

import org.jspecify.annotations.Nullable;

/** Native memory that is made once and grows when it must. */
public final class Workspace {
    private @Nullable AlignedFloats memory;

    /** Memory that is not there yet. */
    public Workspace() {}

    /**
     * Makes room. What was there before is lost.
     *
     * @param floats how many are needed
     * @return the address of at least so many, whose values are undefined
     */
    public long ofAtLeast(long floats) {
        AlignedFloats current = memory;
        if (current == null || floats > current.capacity()) {
            AlignedFloats more = new AlignedFloats(floats); // if there is no memory, the old stays
            if (current != null) {
                current.deallocate();
            }
            current = more;
            memory = more;
        }
        return current.address();
    }
}
