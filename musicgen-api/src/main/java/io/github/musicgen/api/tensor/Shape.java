package io.github.musicgen.api.tensor;

import java.util.Arrays;

/** The sizes of a tensor along its axes, outermost first. A scalar has none. */
public final class Shape {
    /** As many values as an array can hold on every JVM. */
    public static final int MAX_VALUES = Integer.MAX_VALUE - 8;

    private final int[] sizes; // [rank]
    private final int values;

    private Shape(int[] sizes, int values) {
        this.sizes = sizes;
        this.values = values;
    }

    /**
     * A shape.
     *
     * @param sizes not negative, with a product of up to {@link #MAX_VALUES}
     * @return the shape
     */
    public static Shape of(int... sizes) {
        long[] copy = new long[sizes.length];
        Arrays.setAll(copy, i -> sizes[i]);
        return of(copy);
    }

    /**
     * A shape as files give it.
     *
     * @param sizes not negative, with a product of up to {@link #MAX_VALUES}
     * @return the shape
     */
    public static Shape of(long[] sizes) {
        long values = 1;
        int[] copy = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] < 0 || sizes[i] > MAX_VALUES || values * sizes[i] > MAX_VALUES) {
                throw new IllegalArgumentException("a shape must have sizes of 0 or more and up to " + MAX_VALUES
                        + " values, but was " + Arrays.toString(sizes));
            }
            copy[i] = (int) sizes[i];
            values *= sizes[i];
        }
        return new Shape(copy, (int) values);
    }

    /**
     * How many axes there are.
     *
     * @return the number of sizes
     */
    public int rank() {
        return sizes.length;
    }

    /**
     * The size along one axis.
     *
     * @param axis 0 for the outermost
     * @return the size
     */
    public int size(int axis) {
        return sizes[axis];
    }

    /**
     * How many values a tensor of this shape has.
     *
     * @return the product of the sizes, 1 for a scalar
     */
    public int values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** The sizes in brackets, as every tool of this trade writes them. */
    @Override
    public String toString() {
        return Arrays.toString(sizes);
    }
}
