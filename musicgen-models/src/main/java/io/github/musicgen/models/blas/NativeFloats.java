package io.github.musicgen.models.blas;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Memory outside the heap that is looked at through one movable window: no pointer object is made on the way. */
public final class NativeFloats extends FloatPointer {
    /** A window that looks at nothing yet. */
    public NativeFloats() {
        super((Pointer) null);
    }

    /**
     * Moves the window.
     *
     * @param newAddress where it looks from now on
     * @return this
     */
    public NativeFloats at(long newAddress) {
        address = newAddress;
        return this;
    }

    /**
     * The address of a value, counted in floats from another.
     *
     * @param address of the other
     * @param floats how far it lies behind it
     * @return its address
     */
    public static long plus(long address, long floats) {
        return address + floats * Float.BYTES;
    }
}
