package io.github.musicgen.models.layers.roll;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.DenseProducts;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;

/** A convolution whose stride is its kernel, forwards and backwards: one product of all patches of a batch. */
final class PatchReader {
    private final PatchLayout layout;
    private final DenseProducts dense;
    private final Workspace patchMemory = new Workspace(); // [patchSize][patches * batch]
    private final NativeFloats window = new NativeFloats();
    private float[] gathered = {};
    private int batch;
    private long address;

    PatchReader(String name, PatchLayout layout) {
        this.layout = layout;
        this.dense = new DenseProducts(name, layout.patchSize(), layout.filters());
    }

    /** Sets the coarse map, all below 0 made 0. */
    void run(FlatParameters parameters, float[] fine, float[] coarse, int newBatch) {
        batch = newBatch;
        int length = layout.fineLength(batch);
        gathered = Floats.atLeast(gathered, length);
        layout.gather(fine, gathered, batch);
        address = patchMemory.ofAtLeast(length);
        window.at(address).put(gathered, 0, length);
        dense.begin(parameters, batch * layout.patches());
        dense.apply(address, coarse);
        Rectifier.apply(coarse, layout.coarseLength(batch));
    }

    /** From the gradient behind the rectifier, which is changed, to that of the fine map. */
    void back(float[] coarse, float[] coarseGradient, float[] fineGradient) {
        Rectifier.back(coarse, coarseGradient, layout.coarseLength(batch));
        dense.backward(coarseGradient, address, gathered);
        dense.endBackward();
        layout.scatter(gathered, fineGradient, batch);
    }
}
