package io.github.musicgen.models.layers;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Where the values of an array lie. */
final class ArrayAddress {
    private ArrayAddress() {}

    /** Where they begin; a view begins inside its buffer. */
    static long of(INDArray array) {
        return array.data().addressPointer().address();
    }
}
