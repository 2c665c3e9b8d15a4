package io.github.musicgen.models.engine;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.models.blas.OpenBlas;

/**
 * Multiplies with OpenBLAS, on memory outside the heap. The same machine gives the same notes for a seed, another may not: what is
 * made with this engine says so. Of many that are made at once ({@code generateAll}) sums are rounded otherwise than of one alone, so
 * that a note may differ now and then.
 *
 * <pre>{@code
 * try (NativeEngine engine = new NativeEngine()) {
 *     Generator fast = generator.withEngine(engine);
 *     ...
 * }
 * }</pre>
 *
 * <p>{@code Engine.named("openblas")} finds it wherever this library is on the class path. {@link #close} frees the weights of all
 * models that were given to it, even while other threads use them: these are told so by an {@link IllegalStateException}. Weights of
 * a model that is forgotten are freed some time later, closed or not.
 *
 * <p>One product is computed by the thread that asks for it: OpenBLAS is told so for the whole program.
 */
public final class NativeEngine implements Engine, AutoCloseable {
    private final NativeMemory memory = new NativeMemory();

    /** An engine without weights. Native code is loaded with the first of them. */
    public NativeEngine() {}

    @Override
    public String name() {
        return "openblas";
    }

    @Override
    public boolean isAvailable() {
        return OpenBlas.isThere();
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public Matrix matrix(int rows, int columns, float[] values) {
        if (rows < 0 || columns < 0 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " x " + columns + " cannot be made of " + values.length + " values");
        }
        OpenBlas.load();
        return new NativeMatrix(rows, columns, values, memory);
    }

    /** Frees all weights at once. What was made with this engine is of no more use. */
    @Override
    public void close() {
        memory.close();
    }
}
