package io.github.musicgen.models.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The native library. */
final class OpenBlas {
    private OpenBlas() {}

    /** Initialized once, when it is first asked for. */
    private static final class Once {
        static {
            Loader.load(openblas_nolapack.class);
            // More threads would wait for each other longer than a product of this size takes.
            blas_set_num_threads(1);
        }

        static void loaded() {}
    }

    static boolean isThere() {
        try {
            Once.loaded();
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    static void load() {
        try {
            Once.loaded();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "OpenBLAS cannot be loaded: org.bytedeco:javacpp and org.bytedeco:openblas must be on the class path, each also"
                            + " with the classifier of this platform (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + ")",
                    e);
        }
    }
}
