package io.github.musicgen.api.tensor;

import java.util.OptionalInt;

/**
 * A name, a shape and values. Immutable by agreement: the values are handed out without a copy, because models are large, and
 * nobody writes to them.
 */
public final class Tensor {
    /** Values at a time: a young JVM, which loads most models, compiles a method sooner for many calls than for one that goes on. */
    private static final int FEW = 128;

    private final String name;
    private final Shape shape;
    private final float[] values; // [shape.values()], the last axis fastest

    /**
     * Creates a tensor. The array is not copied; do not write to it any more.
     *
     * @param name what the file calls it
     * @param shape its sizes
     * @param values as many as the shape asks for, the last axis fastest
     */
    public Tensor(String name, Shape shape, float[] values) {
        if (values.length != shape.values()) {
            throw new IllegalArgumentException("tensor " + name + " of shape " + shape + " must have " + shape.values()
                    + " values, but had " + values.length);
        }
        this.name = name;
        this.shape = shape;
        this.values = values;
    }

    /**
     * What the file calls it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Its sizes.
     *
     * @return the shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * Its values, the last axis fastest.
     *
     * @return the array itself; do not write to it
     */
    public float[] values() {
        return values;
    }

    /**
     * Looks for a value that no trained model has.
     *
     * @return the index of the first value that is infinite or not a number
     */
    public OptionalInt firstNonFinite() {
        for (int from = 0; from < values.length; from += FEW) {
            int to = Math.min(from + FEW, values.length);
            if (!areFinite(values, from, to)) {
                return OptionalInt.of(firstNonFinite(from));
            }
        }
        return OptionalInt.empty();
    }

    private int firstNonFinite(int from) {
        int index = from;
        while (Float.isFinite(values[index])) {
            index++;
        }
        return index;
    }

    /** A product with zero is zero, or the value is not finite. */
    private static boolean areFinite(float[] values, int from, int to) {
        float zero = 0;
        for (int i = from; i < to; i++) {
            zero += values[i] * 0;
        }
        return zero == 0;
    }

    /** The name and the shape, without the values. */
    @Override
    public String toString() {
        return name + " " + shape;
    }
}
