package io.github.musicgen.api.tensor;

import java.util.OptionalInt;

/**
 * A name, a shape and values. Immutable by agreement: the values are handed out without a copy, because models are large, and
 * nobody writes to them.
 */
public final class Tensor {
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
        for (int i = 0; i < values.length; i++) {
            // Then it is not finite; without a call, because it is mostly a cold JVM that loads a model.
            if (values[i] * 0 != 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The name and the shape, without the values. */
    @Override
    public String toString() {
        return name + " " + shape;
    }
}
