package io.github.musicgen.models.layers;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.InputTypeUtil;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The last layer of a network that names one of several classes in each step: softmax and cross entropy.
 *
 * <p>Labels are class numbers, {@code [batch, 1, steps]} of any data type, or one-hot, {@code [batch, nOut, steps]}. A mask of
 * the labels, {@code [batch, steps]}, leaves steps out where it is 0. The output is the probabilities, {@code [batch, nOut,
 * steps]}.
 *
 * <p>The loss is in nats, and its mean is taken either over steps that are not masked, which is the default, or over examples,
 * with the sum over their steps, which is what Deeplearning4j's {@code RnnOutputLayer} does.
 */
public final class FusedSoftmaxOutput extends BaseOutputLayer {
    private boolean meanOverSteps = true;

    private @Nullable RNNFormat rnnDataFormat = RNNFormat.NCW;

    /** For Jackson. */
    FusedSoftmaxOutput() {}

    private FusedSoftmaxOutput(Builder builder) {
        super(builder);
        this.meanOverSteps = builder.meanOverSteps;
        initializeConstraints(builder);
    }

    /**
     * Over what the mean of the loss is taken.
     *
     * @return true for steps, false for examples
     */
    public boolean isMeanOverSteps() {
        return meanOverSteps;
    }

    /**
     * How sequences lie.
     *
     * @return {@code [batch, size, steps]} unless the network's input type says otherwise
     */
    public @Nullable RNNFormat getRnnDataFormat() {
        return rnnDataFormat;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        LayerValidation.assertNInNOutSet("FusedSoftmaxOutput", getLayerName(), layerIndex, getNIn(), getNOut());
        Sequences.requireFloat("FusedSoftmaxOutput", networkDataType);
        FusedSoftmaxOutputLayer layer = new FusedSoftmaxOutputLayer(conf, networkDataType);
        layer.setListeners(trainingListeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(layerParamsView);
        layer.setParamTable(initializer().init(conf, layerParamsView, initializeParams));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return DefaultParamInitializer.getInstance();
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        InputType.InputTypeRecurrent sequence = requireSequence(inputType);
        return InputType.recurrent(nOut, sequence.getTimeSeriesLength(), sequence.getFormat());
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        InputType.InputTypeRecurrent sequence = requireSequence(inputType);
        rnnDataFormat = sequence.getFormat();
        if (nIn <= 0 || override) {
            nIn = sequence.getSize();
        }
    }

    private InputType.InputTypeRecurrent requireSequence(InputType inputType) {
        if (inputType instanceof InputType.InputTypeRecurrent sequence) {
            return sequence;
        }
        throw new IllegalStateException(
                "input of layer \"" + getLayerName() + "\" must be a sequence, but was " + inputType);
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return InputTypeUtil.getPreprocessorForInputTypeRnnLayers(inputType, rnnDataFormat, getLayerName());
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        return MemoryReports.of(this, inputType, nOut, nOut);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FusedSoftmaxOutput that
                && super.equals(other)
                && meanOverSteps == that.meanOverSteps
                && rnnDataFormat == that.rnnDataFormat;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), meanOverSteps, rnnDataFormat);
    }

    /** Makes a layer. */
    @SuppressWarnings("unchecked") // Deeplearning4j's build() returns whatever is asked for
    public static final class Builder extends BaseOutputLayer.Builder<Builder> {
        private boolean meanOverSteps = true;

        /** A layer whose loss is the mean over steps. */
        public Builder() {
            activation(Activation.SOFTMAX);
        }

        /**
         * Over what the mean of the loss is taken.
         *
         * @param newMeanOverSteps true for all steps that are not masked, false for examples, as Deeplearning4j does
         * @return this
         */
        public Builder meanOverSteps(boolean newMeanOverSteps) {
            this.meanOverSteps = newMeanOverSteps;
            return this;
        }

        @Override
        public FusedSoftmaxOutput build() {
            return new FusedSoftmaxOutput(this);
        }
    }
}
