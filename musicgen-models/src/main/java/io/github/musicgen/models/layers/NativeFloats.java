package io.github.musicgen.models.layers;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Memory outside the heap that is looked at through one movable window: no pointer object is made on the way. */
final class NativeFloats extends FloatPointer {
    NativeFloats() {
        super((Pointer) null);
    }

    /** Moves the window. */
    NativeFloats at(long newAddress) {
        address = newAddress;
        return this;
    }

    /** The address of a value, counted in floats from another. */
    static long plus(long address, long floats) {
        return address + floats * Float.BYTES;
    }

    /** Where the values of an array begin; a view begins inside its buffer. */
    static long of(INDArray array) {
        return array.data().addressPointer().address();
    }
}
