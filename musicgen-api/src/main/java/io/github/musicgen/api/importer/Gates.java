package io.github.musicgen.api.importer;

import io.github.musicgen.api.tensor.Tensor;

/**
 * The columns of an LSTM's weights. TensorFlow's basic cell has the blocks i j f o (input gate, new value, forget gate, output gate)
 * and adds 1 to f when it runs; ours are i f o j with that 1 folded in.
 */
final class Gates {
    /** Blocks of columns. */
    static final int COUNT = 4;

    private static final int[] BLOCKS_OF_TENSORFLOW = {0, 2, 3, 1}; // ours are its i, f, o, j
    private static final float FORGET_BIAS = 1;

    private Gates() {}

    /** The same tensor, a matrix or a vector, with its columns in our order. */
    static Tensor reordered(Tensor tensor, int units) {
        float[] values = tensor.values();
        float[] reordered = new float[values.length];
        for (int row = 0; row < values.length; row += COUNT * units) {
            for (int block = 0; block < COUNT; block++) {
                int from = row + BLOCKS_OF_TENSORFLOW[block] * units;
                System.arraycopy(values, from, reordered, row + block * units, units);
            }
        }
        return new Tensor(tensor.name(), tensor.shape(), reordered);
    }

    /** A bias in our order, with the 1 in it. */
    static Tensor withForgetBias(Tensor bias, int units) {
        float[] folded = bias.values().clone();
        for (int i = units; i < 2 * units; i++) {
            folded[i] += FORGET_BIAS;
        }
        return new Tensor(bias.name(), bias.shape(), folded);
    }
}
