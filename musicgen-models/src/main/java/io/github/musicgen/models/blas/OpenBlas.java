package io.github.musicgen.models.blas;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_get_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The native library as a whole: whether it is there, and how many threads it takes. */
public final class OpenBlas {
    private OpenBlas() {}

    /** Initialized once, when it is first asked for. */
    private static final class Once {
        static {
            Loader.load(openblas_nolapack.class);
        }

        static void loaded() {}
    }

    /**
     * One thread for a product: more would wait for each other longer than a product of this size takes. Asked for before each, since
     * ND4J, which shares the library, sets as many as there are processors whenever it happens to start.
     */
    public static void useOneThread() {
        if (blas_get_num_threads() != 1) {
            blas_set_num_threads(1);
        }
    }

    /**
     * Loads it if that can be done.
     *
     * @return false if its jars are missing, or those of this platform
     */
    public static boolean isThere() {
        try {
            Once.loaded();
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Loads it, and says what is missing if that cannot be done. */
    public static void load() {
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
