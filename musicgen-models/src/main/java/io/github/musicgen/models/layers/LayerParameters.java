package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.GateNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitUtil;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Parameters of a recurrent layer in the flat array of its network, one after the other, each in 'f' order. */
final class LayerParameters implements ParamInitializer {
    private final Map<String, ParameterShape> shapes = new LinkedHashMap<>();

    LayerParameters(List<ParameterShape> shapes) {
        shapes.forEach(shape -> this.shapes.put(shape.name(), shape));
    }

    /** W, RW and b of a layer of cells. */
    static List<ParameterShape> cells(
            GateNames names, long inputs, long size, int gates, int forget, double forgetBias) {
        return List.of(
                ParameterShape.weights(
                        names.inputWeights(), inputs, gates * size, (double) size, (double) (inputs + size), false),
                ParameterShape.weights(
                        names.recurrentWeights(), size, gates * size, (double) size, (double) (inputs + size), true),
                ParameterShape.bias(names.bias(), gates * size, forget * size, (forget + 1) * size, forgetBias));
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return length();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return List.copyOf(shapes.keySet());
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return shapes.values().stream()
                .filter(shape -> !shape.isBias())
                .map(ParameterShape::name)
                .toList();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return shapes.values().stream()
                .filter(ParameterShape::isBias)
                .map(ParameterShape::name)
                .toList();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray paramsView, boolean initializeParams) {
        BaseRecurrentLayer layer = (BaseRecurrentLayer) conf.getLayer();
        Map<String, INDArray> parameters = Collections.synchronizedMap(new LinkedHashMap<>());
        split(paramsView).forEach((name, view) -> {
            conf.addVariable(name);
            ParameterShape shape = Objects.requireNonNull(shapes.get(name));
            parameters.put(name, initializeParams ? begin(shape, layer, view) : shaped(shape, view));
        });
        return parameters;
    }

    private static INDArray begin(ParameterShape shape, BaseRecurrentLayer layer, INDArray view) {
        if (shape.isBias()) {
            view.assign(0);
            if (shape.raisedTo() > shape.raisedFrom()) {
                view.get(NDArrayIndex.interval(shape.raisedFrom(), shape.raisedTo()))
                        .assign(shape.raisedBy());
            }
            return view;
        }
        @Nullable IWeightInit recurrent = layer.getWeightInitFnRecurrent();
        IWeightInit init = shape.isRecurrent() && recurrent != null ? recurrent : layer.getWeightInitFn();
        return init.init(
                shape.fanIn(),
                shape.fanOut(),
                new long[] {shape.rows(), shape.columns()},
                IWeightInit.DEFAULT_WEIGHT_INIT_ORDER,
                view);
    }

    private static INDArray shaped(ParameterShape shape, INDArray view) {
        return shape.isBias() ? view : WeightInitUtil.reshapeWeights(new long[] {shape.rows(), shape.columns()}, view);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradientView) {
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        split(gradientView)
                .forEach((name, view) -> gradients.put(name, shaped(Objects.requireNonNull(shapes.get(name)), view)));
        return gradients;
    }

    private long length() {
        return shapes.values().stream().mapToLong(ParameterShape::length).sum();
    }

    private Map<String, INDArray> split(INDArray flat) {
        if (flat.length() != length()) {
            throw new IllegalArgumentException("parameters must be " + length() + " values, but were " + flat.length());
        }
        INDArray row = flat.reshape(flat.length());
        Map<String, INDArray> views = new LinkedHashMap<>();
        long from = 0;
        for (ParameterShape shape : shapes.values()) {
            views.put(shape.name(), row.get(NDArrayIndex.interval(from, from + shape.length())));
            from += shape.length();
        }
        return views;
    }
}
