package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.GateNames;
import io.github.musicgen.models.layers.cells.TanhCells;
import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Simple recurrent cells, {@code h' = tanh(x W + h RW + b)}, as Deeplearning4j's {@code SimpleRnn} in all but speed.
 */
public final class FusedTanh extends BaseRecurrentLayer {
    private boolean inputGradient = true;

    /** For Jackson. */
    FusedTanh() {}

    private FusedTanh(Builder builder) {
        super(builder);
        this.inputGradient = builder.inputGradient;
        initializeConstraints(builder);
        CellConstraints.addRecurrent(this, builder.getRecurrentConstraints());
    }

    /**
     * Whether the gradient of the input is computed.
     *
     * @return false if the layer was said to be the first of its network
     */
    public boolean isInputGradient() {
        return inputGradient;
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
                this,
                cells,
                inputGradient,
                conf,
                trainingListeners,
                layerIndex,
                layerParamsView,
                initializeParams,
                networkDataType);
    }

    @Override
    public ParamInitializer initializer() {
        return new LayerParameters(LayerParameters.cells(GateNames.STANDARD, nIn, nOut, TanhCells.GATES, 0, 0));
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        return MemoryReports.of(this, inputType, 2 * nOut, TanhCells.GATES * nOut);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FusedTanh that && super.equals(other) && inputGradient == that.inputGradient;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), inputGradient);
    }

    /** Makes a layer. */
    @SuppressWarnings("unchecked") // Deeplearning4j's build() returns whatever is asked for
    public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {
        private boolean inputGradient = true;

        /** A layer with tanh, which is the only function it knows. */
        public Builder() {
            activation(Activation.TANH);
        }

        /**
         * Whether to compute the gradient of the input, which nothing uses if the layer is the first of its network.
         *
         * @param newInputGradient false saves a product in each step
         * @return this
         */
        public Builder inputGradient(boolean newInputGradient) {
            this.inputGradient = newInputGradient;
            return this;
        }

        @Override
        public FusedTanh build() {
            return new FusedTanh(this);
        }
    }
}
