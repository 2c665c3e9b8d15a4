package io.github.musicgen.models.training.course;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_get_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import java.io.IOException;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native code in one thread while a network is trained. Its products are small: threads would wait for each other longer than
 * they work, and a hundred times as long if the machine has other work to do. One thread also adds in one order.
 */
public final class NativeThreads {
    private NativeThreads() {}

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @throws IOException if it fails
         */
        void run() throws IOException;
    }

    /**
     * Works, and then restores what was set before.
     *
     * @param work what is done in one thread
     * @throws IOException if the work fails
     */
    public static void one(Work work) throws IOException {
        int products = blas_get_num_threads();
        int loops = Nd4j.getEnvironment().maxMasterThreads();
        set(1, 1);
        try {
            work.run();
        } finally {
            set(products, loops);
        }
    }

    private static void set(int products, int loops) {
        blas_set_num_threads(products);
        Nd4j.getEnvironment().setMaxMasterThreads(loops);
    }
}
