package io.github.musicgen.models.layers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of Deeplearning4j as the kernels want them. */
final class Sequences {
    private @Nullable INDArray copy;

    /** The array itself if it lies step by step, row by row; else a copy that does, valid until the next call. */
    INDArray stepByStep(INDArray array) {
        if (lies(array)) {
            return array;
        }
        INDArray target = copy;
        if (target == null || !Arrays.equals(target.shape(), array.shape())) {
            target = Nd4j.createUninitializedDetached(DataType.FLOAT, 'f', array.shape());
            copy = target;
        }
        target.assign(array);
        return target;
    }

    /** The array itself if it lies column by column, without gaps; else a copy that does. */
    static INDArray columnByColumn(INDArray array) {
        return lies(array) ? array : array.castTo(DataType.FLOAT).dup('f');
    }

    /** Whether values of the first dimension lie beside each other, and so on, without gaps. */
    private static boolean lies(INDArray array) {
        if (array.dataType() != DataType.FLOAT) {
            return false;
        }
        long stride = 1;
        for (int i = 0; i < array.rank(); i++) {
            if (array.size(i) != 1 && array.stride(i) != stride) {
                return false;
            }
            stride *= array.size(i);
        }
        return true;
    }

    /** The values of {@code [batch, steps]}, step after step. */
    static float[] stepAfterStep(INDArray values) {
        return values.castTo(DataType.FLOAT).dup('f').data().asFloat();
    }

    static void requireFloat(String layer, DataType type) {
        if (type != DataType.FLOAT) {
            throw new IllegalArgumentException(layer + " computes in FLOAT, but the network's data type was " + type);
        }
    }
}
