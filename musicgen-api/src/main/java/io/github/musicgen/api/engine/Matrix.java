package io.github.musicgen.api.engine;

/** An immutable matrix of weights, one row per input and one column per output. Shared by all threads. */
public interface Matrix {
    /**
     * The number of inputs.
     *
     * @return rows
     */
    int rows();

    /**
     * The number of outputs.
     *
     * @return columns
     */
    int columns();

    /**
     * Adds the product of a row vector and this matrix: {@code y += x * M}.
     *
     * @param x the vector, at least {@link #rows()} long
     * @param y what the product is added to, at least {@link #columns()} long; not {@code x}
     */
    void addProduct(float[] x, float[] y);

    /**
     * Adds the products of many vectors, each as {@link #addProduct} does. An engine may round otherwise than for each alone; the
     * portable one does not.
     *
     * @param x the vectors // [count][at least rows]
     * @param y what the products are added to // [count][at least columns]
     * @param count how many they are
     */
    default void addProducts(float[][] x, float[][] y, int count) {
        for (int i = 0; i < count; i++) {
            addProduct(x[i], y[i]);
        }
    }

    /**
     * Adds one row, which is the product with an input that is zero but for one place: {@code y += scale * M[row]}.
     *
     * @param row the row
     * @param scale the value of the input
     * @param y what is added to, at least {@link #columns()} long
     */
    void addRow(int row, float scale, float[] y);
}
