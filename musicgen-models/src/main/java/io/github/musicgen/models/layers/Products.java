package io.github.musicgen.models.layers;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/**
 * Products of matrices outside the heap, by OpenBLAS. All lie column by column without gaps, as arrays in 'f' order do: a step
 * is {@code batch x size}, weights are {@code inputs x outputs}.
 */
final class Products {
    private final NativeFloats a = new NativeFloats();
    private final NativeFloats b = new NativeFloats();
    private final NativeFloats c = new NativeFloats();

    /** Sets {@code outputs [batch x to] = inputs [batch x from] * weights [from x to]}. */
    void set(long inputs, long weights, long outputs, int batch, int from, int to) {
        forward(inputs, weights, outputs, batch, from, to, 0);
    }

    /** Adds {@code inputs [batch x from] * weights [from x to]} to {@code outputs [batch x to]}. */
    void add(long inputs, long weights, long outputs, int batch, int from, int to) {
        forward(inputs, weights, outputs, batch, from, to, 1);
    }

    private void forward(long inputs, long weights, long outputs, int batch, int from, int to, float keep) {
        cblas_sgemm(
                CblasColMajor,
                CblasNoTrans,
                CblasNoTrans,
                batch,
                to,
                from,
                1,
                a.at(inputs),
                batch,
                b.at(weights),
                from,
                keep,
                c.at(outputs),
                batch);
    }

    /** Sets {@code inputGradient [batch x from] = outputGradient [batch x to] * transpose of weights [from x to]}. */
    void setBack(long outputGradient, long weights, long inputGradient, int batch, int from, int to) {
        back(outputGradient, weights, inputGradient, batch, from, to, 0);
    }

    /** Adds {@code outputGradient [batch x to] * transpose of weights [from x to]} to {@code inputGradient}. */
    void addBack(long outputGradient, long weights, long inputGradient, int batch, int from, int to) {
        back(outputGradient, weights, inputGradient, batch, from, to, 1);
    }

    private void back(long outputGradient, long weights, long inputGradient, int batch, int from, int to, float keep) {
        cblas_sgemm(
                CblasColMajor,
                CblasNoTrans,
                CblasTrans,
                batch,
                from,
                to,
                1,
                a.at(outputGradient),
                batch,
                b.at(weights),
                from,
                keep,
                c.at(inputGradient),
                batch);
    }

    /** Adds {@code transpose of inputs [batch x from] * outputGradient [batch x to]} to {@code weightGradient [from x to]}. */
    void addWeightGradient(long inputs, long outputGradient, long weightGradient, int batch, int from, int to) {
        cblas_sgemm(
                CblasColMajor,
                CblasTrans,
                CblasNoTrans,
                from,
                to,
                batch,
                1,
                a.at(inputs),
                batch,
                b.at(outputGradient),
                batch,
                1,
                c.at(weightGradient),
                from);
    }
}
