package io.github.musicgen.models.layers.roll;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.DenseProducts;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dense layers one behind the other, with a rectifier and dropout between them, as they are trained. Parameters are called {@code 0.W},
 * {@code 0.b}, {@code 1.W} and so on. For one thread at a time.
 */
public final class DenseStack {
    private final List<Integer> widths;
    private final FlatParameters parameters;
    private final List<DenseProducts> layers = new ArrayList<>();
    private final List<Workspace> memories = new ArrayList<>(); // of what goes into each layer
    private final NativeFloats window = new NativeFloats();
    private final float[][] values; // what goes into each layer, and what comes out // [widths][batch]
    private final float[][] gradients;
    private final float[][] masks; // of each hidden layer
    private int batch;
    private boolean masked;

    /**
     * Makes one whose parameters are all 0.
     *
     * @param widths how many numbers go in, how many each hidden layer has, and how many come out
     */
    public DenseStack(List<Integer> widths) {
        this.widths = List.copyOf(widths);
        Map<String, int[]> shapes = new LinkedHashMap<>();
        for (int i = 0; i + 1 < widths.size(); i++) {
            String scope = String.valueOf(i);
            DenseProducts.addShapes(shapes, scope, widths.get(i), widths.get(i + 1));
            layers.add(new DenseProducts(scope, widths.get(i), widths.get(i + 1)));
            memories.add(new Workspace());
        }
        parameters = new FlatParameters(shapes);
        values = new float[widths.size()][0];
        gradients = new float[widths.size()][0];
        masks = new float[widths.size()][0];
    }

    /**
     * All parameters, one behind the other.
     *
     * @return not a copy
     */
    public INDArray parameters() {
        return parameters.values();
    }

    /**
     * The gradients that {@link #back} left, in the same order.
     *
     * @return not a copy
     */
    public INDArray gradients() {
        return parameters.gradients();
    }

    /**
     * The names of parameters.
     *
     * @return in order
     */
    public Set<String> names() {
        return parameters.views().keySet();
    }

    /**
     * One parameter.
     *
     * @param name one of {@link #names}
     * @return a view; a bias is a row
     */
    public INDArray parameter(String name) {
        return parameters.view(name);
    }

    /**
     * The gradient of one parameter that {@link #back} left.
     *
     * @param name one of {@link #names}
     * @return a view; that of a bias is a row
     */
    public INDArray gradient(String name) {
        return parameters.gradient(name);
    }

    /**
     * Runs a batch, nothing dropped.
     *
     * @param inputs rows of the batch // [inputs * batch]
     * @param newBatch how many there are
     * @return what comes out; not a copy // at least [outputs * batch]
     */
    public float[] run(float[] inputs, int newBatch) {
        masked = false;
        return run(inputs, newBatch, 0, new SplittableRandom(0));
    }

    /**
     * Runs a batch.
     *
     * @param inputs rows of the batch // [inputs * batch]
     * @param newBatch how many there are
     * @param dropout the part of each hidden layer that is 0, the rest being so much larger
     * @param random of what is dropped
     * @return what comes out; not a copy // at least [outputs * batch]
     */
    public float[] run(float[] inputs, int newBatch, double dropout, SplittableRandom random) {
        batch = newBatch;
        masked = dropout > 0;
        values[0] = inputs;
        for (int i = 0; i < layers.size(); i++) {
            int length = widths.get(i) * batch;
            long at = memories.get(i).ofAtLeast(length);
            window.at(at).put(values[i], 0, length);
            int out = widths.get(i + 1) * batch;
            values[i + 1] = Floats.atLeast(values[i + 1], out);
            layers.get(i).begin(parameters, batch);
            layers.get(i).apply(at, values[i + 1]);
            if (i + 1 < layers.size()) {
                Rectifier.apply(values[i + 1], out);
                drop(i + 1, out, dropout, random);
            }
        }
        return values[layers.size()];
    }

    private void drop(int layer, int length, double dropout, SplittableRandom random) {
        if (!masked) {
            return;
        }
        masks[layer] = Floats.atLeast(masks[layer], length);
        float kept = (float) (1 / (1 - dropout));
        for (int i = 0; i < length; i++) {
            masks[layer][i] = random.nextDouble() < dropout ? 0 : kept;
        }
        Floats.multiply(values[layer], masks[layer], length);
    }

    /**
     * Finds the gradients of what was run last.
     *
     * @param outputGradient of what came out // [outputs * batch]
     */
    public void back(float[] outputGradient) {
        parameters.gradients().assign(0);
        gradients[layers.size()] = outputGradient;
        for (int i = layers.size() - 1; i >= 0; i--) {
            int length = widths.get(i) * batch;
            gradients[i] = Floats.atLeast(gradients[i], length);
            layers.get(i).backward(gradients[i + 1], memories.get(i).ofAtLeast(length), gradients[i]);
            layers.get(i).endBackward();
            if (i > 0) {
                if (masked) {
                    Floats.multiply(gradients[i], masks[i], length);
                }
                Rectifier.back(values[i], gradients[i], length);
            }
        }
    }
}
