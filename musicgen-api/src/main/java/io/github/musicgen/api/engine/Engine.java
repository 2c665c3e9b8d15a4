package io.github.musicgen.api.engine;

/** A way to multiply by weights. What is computed is the same for all; how fast, and with which rounding, is the engine's. */
public interface Engine {
    /**
     * The engine that runs everywhere and gives the same bits everywhere.
     *
     * @return the engine in plain Java
     */
    static Engine portable() {
        return JavaEngine.INSTANCE;
    }

    /**
     * What the engine is called where results are recorded.
     *
     * @return a short name
     */
    String name();

    /**
     * Makes a matrix.
     *
     * @param rows its rows
     * @param columns its columns
     * @param values its values, row by row; copied // [rows * columns]
     * @return the matrix
     */
    Matrix matrix(int rows, int columns, float[] values);
}
