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
     * The portable engine on weights of 12 bits: half the memory, and up to twice as fast where weights do not fit into the cache. The
     * same bits everywhere, but not those of {@link #portable}: each weight is rounded to a 4094th of the span of its row.
     *
     * @return the engine
     */
    static Engine compact() {
        return CompactEngine.INSTANCE;
    }

    /**
     * All engines that there are.
     *
     * @return the portable one, the compact one, and then those that {@link ServiceLoader} finds
     */
    static List<Engine> available() {
        List<Engine> engines = new ArrayList<>();
        engines.add(portable());
        engines.add(compact());
        ServiceLoader.load(Engine.class).forEach(engines::add);
        return List.copyOf(engines);
    }

    /**
     * An engine by its name. One with memory of its own is made anew by each call; who wants to say when that is freed makes it by
     * its constructor and closes it.
     *
     * @param name {@code java}, {@code java-12bit}, or {@code openblas} with {@code musicgen-models} on the class path
     * @return the engine
     * @throws IllegalArgumentException if there is none of this name
     */
    static Engine named(String name) {
        for (Engine own : List.of(portable(), compact())) {
            if (own.name().equals(name)) {
                return own; // without looking for others
            }
        }
        List<Engine> engines = available();
        return engines.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the engine must be one of "
                        + engines.stream().map(Engine::name).toList() + ", but was \"" + name + "\""
                        + (name.equals("openblas") ? ", which musicgen-models brings" : "")));
    }

    /**
     * The engine that takes a step of a model soonest, by a rule that was measured (docs/decisions/0051-engines.md): weights that fit
     * into a core's cache go to OpenBLAS, where it is on the class path, and larger ones into 12 bits. None but the portable one
     * gives its notes.
     *
     * @param parameters how many numbers of the model were trained
     * @return the engine
     */
    static Engine fastest(long parameters) {
        if (parameters > CompactEngine.PAYS_FROM) {
            return compact();
        }
        return available().stream()
                .filter(engine -> engine.isNative() && engine.isAvailable())
                .findFirst()
                .orElseGet(Engine::portable);
    }

    /**
     * Whether all that it needs is there, such as a native library.
     *
     * @return whether it can multiply
     */
    default boolean isAvailable() {
        return true;
    }

    /**
     * Whether it multiplies in native code, which may round otherwise on another machine.
     *
     * @return whether it does
     */
    default boolean isNative() {
        return false;
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
