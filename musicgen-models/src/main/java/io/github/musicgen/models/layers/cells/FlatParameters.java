package io.github.musicgen.models.layers.cells;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Parameters by name, one behind the other in one array, and their gradients in another. Matrices lie column by column. */
public final class FlatParameters {
    private final INDArray values;
    private final INDArray gradients;
    private final Map<String, INDArray> views = new LinkedHashMap<>();
    private final Map<String, INDArray> gradientViews = new LinkedHashMap<>();

    /**
     * Room for parameters, all of them zero.
     *
     * @param shapes by name, in their order
     */
    public FlatParameters(Map<String, int[]> shapes) {
        long length = shapes.values().stream().mapToLong(FlatParameters::length).sum();
        values = Nd4j.createUninitializedDetached(DataType.FLOAT, length).assign(0);
        gradients = Nd4j.createUninitializedDetached(DataType.FLOAT, length).assign(0);
        long place = 0;
        for (Map.Entry<String, int[]> entry : shapes.entrySet()) {
            long end = place + length(entry.getValue());
            views.put(entry.getKey(), view(values, place, end, entry.getValue()));
            gradientViews.put(entry.getKey(), view(gradients, place, end, entry.getValue()));
            place = end;
        }
    }

    private static long length(int[] shape) {
        long length = 1;
        for (int size : shape) {
            length *= size;
        }
        return length;
    }

    private static INDArray view(INDArray all, long from, long to, int[] shape) {
        long rows = shape.length == 1 ? 1 : shape[0];
        return all.get(NDArrayIndex.interval(from, to)).reshape('f', rows, shape[shape.length - 1]);
    }

    /**
     * All parameters.
     *
     * @return one array
     */
    public INDArray values() {
        return values;
    }

    /**
     * Their gradients.
     *
     * @return one array
     */
    public INDArray gradients() {
        return gradients;
    }

    /**
     * The parameters one by one.
     *
     * @return views by name
     */
    public Map<String, INDArray> views() {
        return views;
    }

    /**
     * A parameter.
     *
     * @param name its name
     * @return a view
     */
    public INDArray view(String name) {
        return required(views, name);
    }

    /**
     * The gradient of a parameter.
     *
     * @param name its name
     * @return a view
     */
    public INDArray gradient(String name) {
        return required(gradientViews, name);
    }

    private static INDArray required(Map<String, INDArray> views, String name) {
        INDArray view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException("a parameter must be one of " + views.keySet() + ", but was " + name);
        }
        return view;
    }
}
