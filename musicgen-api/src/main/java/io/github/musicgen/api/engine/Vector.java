package io.github.musicgen.api.engine;

/** An immutable vector of weights, such as a bias. Shared by all threads. */
public final class Vector {
    private final float[] values; // [length]

    private Vector(float[] values) {
        this.values = values;
    }

    /**
     * Makes a vector.
     *
     * @param values its values; copied
     * @return the vector
     */
    public static Vector of(float... values) {
        return new Vector(values.clone());
    }

    /**
     * How many values it has.
     *
     * @return the length
     */
    public int length() {
        return values.length;
    }

    /**
     * One value.
     *
     * @param index its place
     * @return the value
     */
    public float at(int index) {
        return values[index];
    }

    /**
     * Overwrites the beginning of an array with all values.
     *
     * @param target at least {@link #length()} long
     */
    public void copyTo(float[] target) {
        System.arraycopy(values, 0, target, 0, values.length);
    }
}
