package io.github.musicgen.models.layers;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Simple recurrent cells, {@code h' = tanh(x W + h RW + b)}, as Deeplearning4j's {@code SimpleRnn} in all but speed.
 */
public final class FusedTanh extends BaseRecurrentLayer {
    /** For Jackson. */
    FusedTanh() {}

    private FusedTanh(Builder builder) {
        super(builder);
        initializeConstraints(builder);
        CellConstraints.addRecurrent(this, builder.getRecurrentConstraints());
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        Cells cells = new TanhCells((int) nIn, (int) nOut, GateNames.STANDARD);
        return Instantiation.of(
                this, cells, conf, trainingListeners, layerIndex, layerParamsView, initializeParams, networkDataType);
    }

    @Override
    public ParamInitializer initializer() {
        return new LayerParameters(LayerParameters.cells(GateNames.STANDARD, nIn, nOut, TanhCells.GATES, 0, 0));
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        return MemoryReports.of(this, inputType, 2 * nOut, TanhCells.GATES * nOut);
    }

    /** Makes a layer. */
    @SuppressWarnings("unchecked") // Deeplearning4j's build() returns whatever is asked for
    public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {
        /** A layer with tanh, which is the only function it knows. */
        public Builder() {
            activation(Activation.TANH);
        }

        @Override
        public FusedTanh build() {
            return new FusedTanh(this);
        }
    }
}
