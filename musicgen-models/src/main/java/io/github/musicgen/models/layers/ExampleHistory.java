package io.github.musicgen.models.layers;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.TransposedCopy;
import io.github.musicgen.models.blas.VectorProducts;
import io.github.musicgen.models.blas.Workspace;

/**
 * A vector for each number and example, outside the heap: those of an example with consecutive numbers are the columns of a matrix, so
 * that they are summed up or compared in one product.
 */
final class ExampleHistory {
    /**
     * Floats between the vectors of a number and those of the next: sizes and batches are powers of two as a rule, and columns that
     * begin multiples of 4 KB apart would share their place in the cache (decision 40).
     */
    private static final int GAP = 80;

    private final Workspace memory = new Workspace(); // [numbers][batch][size], a gap behind each number
    private final TransposedCopy turned = new TransposedCopy();
    private final VectorProducts products = new VectorProducts();
    private long address;
    private int size;
    private int batch;
    private int distance;

    void begin(int newSize, int numbers, int newBatch) {
        size = newSize;
        batch = newBatch;
        distance = Math.addExact(Math.multiplyExact(size, batch), GAP);
        address = memory.ofAtLeast((long) numbers * distance);
    }

    /** Where the vectors of a number are: {@code size x batch}. */
    long at(int number) {
        return NativeFloats.plus(address, (long) number * distance);
    }

    /** Sets the vectors of a number. */
    void put(int number, float[] values) {
        turned.put(values, batch, size, at(number));
    }

    /**
     * Sums up vectors of consecutive numbers, each multiplied with a weight of its own for each example.
     *
     * @param first the first number
     * @param count how many; at least one
     * @param weights address of those of the first number, a batch
     * @param toNext how far those of the next number lie behind
     * @param keep what sums are multiplied with before: 0 sets them, 1 adds to them
     * @param sums address of {@code batch x size}
     */
    void sumUp(int first, int count, long weights, int toNext, float keep, long sums) {
        long vectors = at(first);
        for (int example = 0; example < batch; example++) {
            products.multiply(
                    NativeFloats.plus(vectors, (long) example * size),
                    distance,
                    size,
                    count,
                    NativeFloats.plus(weights, example),
                    toNext,
                    keep,
                    NativeFloats.plus(sums, example),
                    batch);
        }
    }

    /**
     * Sets what the vectors of consecutive numbers and one more give when they are multiplied place by place and summed up.
     *
     * @param first the first number
     * @param count how many; at least one
     * @param others address of the other vectors, {@code size x batch}
     * @param results address of a batch for each number
     */
    void multiply(int first, int count, long others, long results) {
        long vectors = at(first);
        for (int example = 0; example < batch; example++) {
            long offset = (long) example * size;
            products.multiplyEachColumn(
                    NativeFloats.plus(vectors, offset),
                    distance,
                    size,
                    count,
                    NativeFloats.plus(others, offset),
                    NativeFloats.plus(results, example),
                    batch);
        }
    }
}
