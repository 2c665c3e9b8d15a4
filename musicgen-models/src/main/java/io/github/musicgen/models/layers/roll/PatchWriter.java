package io.github.musicgen.models.layers.roll;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.ArrayAddress;
import io.github.musicgen.models.layers.cells.DenseProducts;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.WeightMatrix;

/** A transposed convolution whose stride is its kernel, forwards and backwards. */
final class PatchWriter {
    private final PatchLayout layout;
    private final String biasName;
    private final WeightMatrix weights;
    private final Workspace coarseMemory = new Workspace(); // [filters][patches * batch]
    private final Workspace gradientMemory = new Workspace();
    private final Workspace patchMemory = new Workspace(); // [patchSize][patches * batch]
    private final NativeFloats window = new NativeFloats();
    private float[] gathered = {};
    private int batch;

    PatchWriter(String name, PatchLayout layout) {
        this.layout = layout;
        this.biasName = DenseProducts.biasOf(name);
        this.weights = new WeightMatrix(DenseProducts.weightsOf(name), layout.filters(), layout.patchSize());
    }

    /** Sets the fine map, which is not rectified. */
    void run(FlatParameters parameters, float[] coarse, float[] fine, int newBatch) {
        batch = newBatch;
        int length = layout.fineLength(batch);
        int coarseLength = layout.coarseLength(batch);
        long from = coarseMemory.ofAtLeast(coarseLength);
        window.at(from).put(coarse, 0, coarseLength);
        long to = patchMemory.ofAtLeast(length);
        weights.read(parameters::view);
        weights.set(from, to, batch * layout.patches());
        gathered = Floats.atLeast(gathered, length);
        window.at(to).get(gathered, 0, length);
        layout.scatter(gathered, fine, batch);
        float[] bias = new float[layout.channels()];
        window.at(ArrayAddress.of(parameters.view(biasName))).get(bias, 0, bias.length);
        int plane = layout.cells() * batch;
        for (int i = 0; i < length; i++) {
            fine[i] += bias[i / plane];
        }
    }

    /** Adds to the gradients of weights and bias, and sets that of the coarse map. */
    void back(FlatParameters parameters, float[] fineGradient, float[] coarseGradient) {
        int length = layout.fineLength(batch);
        int rows = batch * layout.patches();
        layout.gather(fineGradient, gathered, batch);
        long gradient = patchMemory.ofAtLeast(length);
        window.at(gradient).put(gathered, 0, length);
        weights.beginBackward(parameters::gradient);
        weights.addGradient(coarseMemory.ofAtLeast(layout.coarseLength(batch)), gradient, rows);
        long below = gradientMemory.ofAtLeast(layout.coarseLength(batch));
        weights.setBack(gradient, below, rows);
        window.at(below).get(coarseGradient, 0, layout.coarseLength(batch));
        int plane = layout.cells() * batch;
        float[] sums = new float[layout.channels()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Floats.sum(fineGradient, i * plane, plane);
        }
        window.at(ArrayAddress.of(parameters.gradient(biasName))).put(sums, 0, sums.length);
    }
}
