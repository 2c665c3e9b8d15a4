package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.random.SeededRandom;
import java.util.Arrays;

/**
 * A point in a space, or a way from one point to another. A value.
 *
 * <p>Sums are made in double precision and in order, so that they are the same on every machine.
 */
public final class LatentVector {
    /** Where vectors are nearly parallel, the sphere between them is a line. */
    private static final double NEARLY_PARALLEL = 1e-6;

    private final float[] values;

    private LatentVector(float[] values) {
        this.values = values;
    }

    /**
     * A vector of some numbers.
     *
     * @param values finite; copied
     * @return the vector
     * @throws IllegalArgumentException if there is none, or one is infinite or not a number
     */
    public static LatentVector of(float... values) {
        return trusted(values.clone());
    }

    private static LatentVector trusted(float[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a latent vector must have a number or more, but had none");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "number " + i + " of a latent vector must be finite, but was " + values[i]);
            }
        }
        return new LatentVector(values);
    }

    /**
     * A point whose numbers are normally distributed.
     *
     * @param size how many numbers, 0 or more
     * @param random what is drawn from
     * @return the point
     */
    public static LatentVector random(int size, SeededRandom random) {
        if (size < 0) {
            throw new IllegalArgumentException("the size of a point must be 0 or more, but was " + size);
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return trusted(values);
    }

    /**
     * How many numbers it is.
     *
     * @return the size
     */
    public int size() {
        return values.length;
    }

    /**
     * One of its numbers.
     *
     * @param index from 0 on
     * @return the number
     */
    public float at(int index) {
        return values[index];
    }

    /**
     * All numbers.
     *
     * @return a copy
     */
    public float[] values() {
        return values.clone();
    }

    /** The numbers themselves; not to be written to. */
    float[] shared() {
        return values;
    }

    /**
     * This and so much of another.
     *
     * @param other as large a vector
     * @param factor how much of it
     * @return the sum
     * @throws IllegalArgumentException if it is of another size, or the sum is not finite
     */
    public LatentVector plus(LatentVector other, double factor) {
        return mix(1, other, factor);
    }

    /**
     * A point on the straight line to another.
     *
     * @param other where the line ends
     * @param part 0 for this point, 1 for the other; beyond these the line goes on
     * @return the point
     */
    public LatentVector linear(LatentVector other, double part) {
        return mix(1 - part, other, part);
    }

    /**
     * A point on the way to another around the middle of the space. Points between two of a normal distribution lie nearer to its middle
     * than such points do; on this way they do not.
     *
     * @param other where the way ends
     * @param part 0 for this point, 1 for the other
     * @return the point; that of the straight line if the two are parallel
     */
    public LatentVector spherical(LatentVector other, double part) {
        double lengths = length() * other.length();
        double cosine = lengths == 0 ? 1 : Math.max(-1, Math.min(1, dot(other) / lengths));
        double angle = StrictMath.acos(cosine);
        double sine = StrictMath.sin(angle);
        if (sine < NEARLY_PARALLEL) {
            return linear(other, part);
        }
        return mix(StrictMath.sin((1 - part) * angle) / sine, other, StrictMath.sin(part * angle) / sine);
    }

    private LatentVector mix(double own, LatentVector other, double factor) {
        requireSize(other);
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("the part of another vector must be finite, but was " + factor);
        }
        float[] mixed = new float[values.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (own * values[i] + factor * other.values[i]);
        }
        return trusted(mixed);
    }

    private double dot(LatentVector other) {
        requireSize(other);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    /**
     * How far from the middle of the space it lies.
     *
     * @return the root of the sum of the squares
     */
    public double length() {
        return Math.sqrt(dot(this));
    }

    private void requireSize(LatentVector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("vectors must be of one size, but were of " + values.length + " and "
                    + other.values.length + " numbers");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatentVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "LatentVector" + Arrays.toString(values);
    }
}
