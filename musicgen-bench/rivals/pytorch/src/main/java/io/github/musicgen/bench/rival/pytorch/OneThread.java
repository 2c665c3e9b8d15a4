package io.github.musicgen.bench.rival.pytorch;

import ai.djl.ndarray.NDManager;

/** PyTorch in one thread, like all others. */
final class OneThread {
    private OneThread() {}

    /** PyTorch reads these properties once, when it is first used. */
    static NDManager manager() {
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        return NDManager.newBaseManager("PyTorch");
    }
}
