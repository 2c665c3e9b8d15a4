package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.GateNames;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Leaves out recurrent weights of our layers while a network is trained, others for each batch, and makes the rest as much larger (Merity,
 * Keskar and Socher, "Regularizing and Optimizing LSTM Language Models"): what a layer tells itself from step to step is no longer
 * learned by heart.
 *
 * <p>Deeplearning4j's {@code DropConnect} goes on to move the weights that it left out; here their gradient is zero, as it is.
 */
public final class RecurrentDropout implements IWeightNoise {
    private static final long serialVersionUID = 1L;
    private static final String RECURRENT = GateNames.STANDARD.recurrentWeights();

    private final double dropped;

    /** Which weights were left when the network ran last: 1, or 0 for none. */
    private final transient Map<String, INDArray> masks = new HashMap<>();

    /**
     * Leaves out some of the recurrent weights.
     *
     * @param dropped how many of them, 0 for none, less than 1
     */
    public RecurrentDropout(@JsonProperty("dropped") double dropped) {
        if (!(dropped >= 0 && dropped < 1)) {
            throw new IllegalArgumentException(
                    "recurrent dropout must be at least 0 and less than 1, but was " + dropped);
        }
        this.dropped = dropped;
    }

    /**
     * How many weights are left out.
     *
     * @return a fraction
     */
    public double getDropped() {
        return dropped;
    }

    @Override
    public INDArray getParameter(
            Layer layer, String parameter, int iteration, int epoch, boolean training, LayerWorkspaceMgr workspaceMgr) {
        INDArray weights = layer.getParam(parameter);
        if (!training || !concerns(parameter) || dropped == 0) {
            return weights;
        }
        INDArray mask = Nd4j.createUninitializedDetached(weights.dataType(), weights.ordering(), weights.shape());
        Nd4j.getExecutioner().exec(new BernoulliDistribution(mask, 1 - dropped));
        masks.put(parameter, mask);
        return workspaceMgr
                .createUninitialized(ArrayType.INPUT, weights.dataType(), weights.shape(), weights.ordering())
                .assign(weights)
                .muli(mask)
                .divi(1 - dropped);
    }

    /** From the gradient of the weights as they were used last to that of the weights. */
    void backward(String parameter, INDArray gradient) {
        INDArray mask = masks.get(parameter);
        if (mask != null) {
            gradient.muli(mask).divi(1 - dropped);
        }
    }

    /** Whether a parameter is one of those that may be left out. */
    private static boolean concerns(String parameter) {
        return parameter.startsWith(RECURRENT);
    }

    @Override
    public RecurrentDropout clone() {
        return new RecurrentDropout(dropped);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecurrentDropout that && dropped == that.dropped;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(dropped);
    }

    @Override
    public String toString() {
        return "RecurrentDropout(" + dropped + ")";
    }
}
