package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.GateNames;
import io.github.musicgen.models.layers.cells.LstmCells;
import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * LSTM cells, as Deeplearning4j's {@code LSTM} in all but speed, and in the order of the gates: the columns of {@code W}
 * {@code [nIn, 4 nOut]}, {@code RW} {@code [nOut, 4 nOut]} and {@code b} {@code [4 nOut]} are the blocks i f o j, the same as in
 * a bundle.
 *
 * <pre>{@code
 * var configuration = new NeuralNetConfiguration.Builder()
 *         .updater(new Adam(0.001))
 *         .list()
 *         .layer(new FusedLstm.Builder().nOut(128).build())
 *         .layer(new FusedSoftmaxOutput.Builder().nOut(38).build())
 *         .setInputType(InputType.recurrent(38))
 *         .build();
 * }</pre>
 */
public final class FusedLstm extends AbstractLSTM {
    private static final int FORGET = 1;

    private boolean inputGradient = true;

    /** For Jackson. */
    FusedLstm() {}

    private FusedLstm(Builder builder) {
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
        Cells cells = new LstmCells((int) nIn, (int) nOut, GateNames.STANDARD);
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
        return new LayerParameters(
                LayerParameters.cells(GateNames.STANDARD, nIn, nOut, LstmCells.GATES, FORGET, forgetGateBiasInit));
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        // Kept for the way back: four gates, the cell, its tanh and the output.
        return MemoryReports.of(this, inputType, 7 * nOut, LstmCells.GATES * nOut);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FusedLstm that && super.equals(other) && inputGradient == that.inputGradient;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), inputGradient);
    }

    /** Makes a layer. The forget gate's bias begins with 1 unless another is asked for. */
    @SuppressWarnings("unchecked") // Deeplearning4j's build() returns whatever is asked for
    public static final class Builder extends AbstractLSTM.Builder<Builder> {
        private boolean inputGradient = true;

        /** A layer with tanh and sigmoid, which are the only functions it knows. */
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
        public FusedLstm build() {
            return new FusedLstm(this);
        }
    }
}
