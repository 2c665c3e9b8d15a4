package io.github.musicgen.models.layers.cells;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Where the values of an array lie. */
public final class ArrayAddress {
    private ArrayAddress() {}

    /**
     * Where they begin; a view begins inside its buffer.
     *
     * @param array the array
     * @return the address of its first value
     */
    public static long of(INDArray array) {
        return array.data().addressPointer().address();
    }
}
