package io.github.musicgen.api.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A way to multiply by weights. What is computed is the same for all; how fast, and with which rounding, is the engine's.
 *
 * <p>Other libraries offer engines to {@link ServiceLoader}. None is used unless it is asked for, so that what lies on the class path
 * never changes the notes.
 */
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
     * All engines that there are.
     *
     * @return the portable one, and then those that {@link ServiceLoader} finds
     */
    static List<Engine> available() {
        List<Engine> engines = new ArrayList<>();
        engines.add(portable());
        ServiceLoader.load(Engine.class).forEach(engines::add);
        return List.copyOf(engines);
    }

    /**
     * An engine by its name.
     *
     * @param name {@code java}, or {@code openblas} with {@code musicgen-models} on the class path
     * @return the engine
     * @throws IllegalArgumentException if there is none of this name
     */
    static Engine named(String name) {
        List<Engine> engines = available();
        return engines.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the engine must be one of "
                        + engines.stream().map(Engine::name).toList() + ", but was \"" + name + "\""));
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
