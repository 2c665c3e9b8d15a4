package io.github.musicgen.bench.rival;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The floor of a step: its matrix products by OpenBLAS, one after the other, and nothing else. The product with the input is none,
 * because all but a few places of that are zero. A layer's input and its last output lie in one vector, so that it takes one product.
 *
 * <p>All memory is written to first: pages that were not are all the same page of zeros, and look twice as fast.
 */
final class ProductsFloor implements StepLoop {
    private static final int LINE = 64 / Float.BYTES;

    private final List<Product> products;

    private ProductsFloor(List<Product> products) {
        this.products = products;
    }

    /** On memory as JavaCPP gives it, or moved to where a cache line begins. */
    static ProductsFloor of(Bundle bundle, boolean aligned) {
        blas_set_num_threads(1);
        Map<String, List<Tensor>> blocks = new LinkedHashMap<>();
        for (Tensor tensor : bundle.tensors()) {
            if (tensor.shape().rank() == 2 && !tensor.name().equals(readsInput(bundle.configuration()))) {
                String scope = tensor.name().substring(0, tensor.name().lastIndexOf('.'));
                blocks.computeIfAbsent(scope, each -> new ArrayList<>()).add(tensor);
            }
        }
        return new ProductsFloor(blocks.values().stream()
                .map(block -> Product.of(block, aligned))
                .toList());
    }

    private static String readsInput(MelodyRnnConfiguration configuration) {
        return configuration.attention().isPresent()
                ? MelodyRnnTensors.weights(MelodyRnnTensors.INPUT_MIX)
                : MelodyRnnTensors.inputWeights(MelodyRnnTensors.layer(0));
    }

    @Override
    public int step() {
        for (Product product : products) {
            product.multiply();
        }
        return products.size();
    }

    @Override
    public void close() {
        products.forEach(Product::close);
    }

    /** {@code y = A x}, with A column by column, as tensors of ours lie if what they call rows are columns. */
    private record Product(int rows, int columns, FloatPointer a, FloatPointer x, FloatPointer y) {
        static Product of(List<Tensor> onTopOfEachOther, boolean aligned) {
            int rows = onTopOfEachOther.get(0).shape().size(1);
            int columns = onTopOfEachOther.stream()
                    .mapToInt(tensor -> tensor.shape().size(0))
                    .sum();
            FloatPointer a = room((long) rows * columns, aligned);
            long start = a.position();
            for (Tensor tensor : onTopOfEachOther) {
                a.put(tensor.values()).position(a.position() + tensor.values().length);
            }
            Product product = new Product(
                    rows, columns, a.position(start), filled(columns, 0.5f, aligned), filled(rows, 0, aligned));
            product.require();
            return product;
        }

        private static FloatPointer filled(int length, float value, boolean aligned) {
            float[] values = new float[length];
            Arrays.fill(values, value);
            return room(length, aligned).put(values);
        }

        private static FloatPointer room(long floats, boolean aligned) {
            FloatPointer room = new FloatPointer(floats + LINE);
            return aligned ? room.position((LINE - room.address() / Float.BYTES % LINE) % LINE) : room;
        }

        void multiply() {
            cblas_sgemv(CblasColMajor, CblasNoTrans, rows, columns, 1, a, rows, x, 1, 0, y, 1);
        }

        /** The floor has no scores that could be compared with ours, but its products can be with plain sums. */
        private void require() {
            multiply();
            float[] found = new float[rows];
            y.get(found);
            float[] expected = new float[rows];
            for (int row = 0; row < rows; row++) {
                double sum = 0;
                for (int column = 0; column < columns; column++) {
                    sum += (double) a.get((long) column * rows + row) * x.get(column);
                }
                expected[row] = (float) sum;
            }
            SameScores.require("product of " + rows + " x " + columns, found, expected);
        }

        void close() {
            a.close();
            x.close();
            y.close();
        }
    }
}
