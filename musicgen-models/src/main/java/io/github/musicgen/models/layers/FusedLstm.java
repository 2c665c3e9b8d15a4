package io.github.musicgen.models.layers;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
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

    /** For Jackson. */
    FusedLstm() {}

    private FusedLstm(Builder builder) {
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
        Cells cells = new LstmCells((int) nIn, (int) nOut, GateNames.STANDARD);
        return Instantiation.of(
                this, cells, conf, trainingListeners, layerIndex, layerParamsView, initializeParams, networkDataType);
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

    /** Makes a layer. The forget gate's bias begins with 1 unless another is asked for. */
    @SuppressWarnings("unchecked") // Deeplearning4j's build() returns whatever is asked for
    public static final class Builder extends AbstractLSTM.Builder<Builder> {
        /** A layer with tanh and sigmoid, which are the only functions it knows. */
        public Builder() {
            activation(Activation.TANH);
        }

        @Override
        public FusedLstm build() {
            return new FusedLstm(this);
        }
    }
}
