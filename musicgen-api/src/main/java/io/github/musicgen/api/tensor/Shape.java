package io.github.musicgen.api.tensor;

import java.util.Arrays;
import java.util.Optional;

/** The sizes of a tensor along its axes, outermost first. A scalar has none. */
public final class Shape {
    /** As many values as an array can hold on every JVM. */
    public static final int MAX_VALUES = Integer.MAX_VALUE - 8;

    /** More axes than any tensor has; those of this library have four at most. */
    public static final int MAX_RANK = 16;

    /** What a shape has to be, in words. */
    public static final String POSSIBLE =
            "at most " + MAX_RANK + " sizes of 0 or more with a product of at most " + MAX_VALUES;

    private final long[] sizes; // [rank], each fits into an int
    private final int values;

    private Shape(long[] sizes, int values) {
        this.sizes = sizes;
        this.values = values;
    }

    /**
     * A shape.
     *
     * @param sizes up to {@link #MAX_RANK}, not negative, with a product of up to {@link #MAX_VALUES}
     * @return the shape
     */
    public static Shape of(int... sizes) {
        return ifPossible(Arrays.stream(sizes).asLongStream().toArray())
                .orElseThrow(() -> new IllegalArgumentException(
                        "a shape must be " + POSSIBLE + ", but was " + Arrays.toString(sizes)));
    }

    /**
     * A shape that a file asks for.
     *
     * @param sizes any numbers
     * @return the shape, unless it is not {@link #POSSIBLE}
     */
    public static Optional<Shape> ifPossible(long[] sizes) {
        long values = 1;
        boolean possible = sizes.length <= MAX_RANK;
        for (int axis = 0; possible && axis < sizes.length; axis++) {
            possible = sizes[axis] >= 0 && sizes[axis] <= MAX_VALUES && values * sizes[axis] <= MAX_VALUES;
            values *= sizes[axis];
        }
        return possible ? Optional.of(new Shape(sizes.clone(), (int) values)) : Optional.empty();
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
        return (int) sizes[axis];
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
