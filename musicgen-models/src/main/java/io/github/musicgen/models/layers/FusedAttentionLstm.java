package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.LstmCells;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
 * LSTM cells that look back at their own last outputs: Magenta's attention wrapper around one layer or a whole stack.
 *
 * <p>Its parameters, in this order, for inputs of {@code n}, layers of {@code s0}, {@code s1} ... {@code s}, and {@code m = 2
 * (s0 + s1 + ...)}, the cell and the output of each layer:
 *
 * <pre>
 * W0  [n, 4 s0]  RW0 [s0, 4 s0]  b0 [4 s0]   W1 [s0, 4 s1] ...    as in {@link FusedLstm}
 * inputMixW [n, n]  inputMixR [s, n]  inputMixb [n]                the input, and what was read last
 * queryW [m, s]     queryb [s]                                     the memory of the layers
 * keys [s, s]                                                      a remembered output
 * score [s]                                                        the weight of each place of a key
 * outputMixW [s, s] outputMixR [s, s] outputMixb [s]               the output, and what was read
 * </pre>
 *
 * <p>Outputs from before the start count as zeros and are not masked. What the backward pass needs of a window is kept once, so
 * the memory grows with the steps, not with steps times length.
 *
 * <pre>{@code
 * var attention = new FusedAttentionLstm.Builder().layers(128).length(40).build();
 * }</pre>
 */
public final class FusedAttentionLstm extends AbstractLSTM {
    /** How far Magenta's melody models look back. */
    public static final int DEFAULT_LENGTH = 40;

    private static final int FORGET = 1;

    private List<Integer> sizes = List.of();
    private int length = DEFAULT_LENGTH;
    private boolean inputGradient = true;

    /** For Jackson. */
    FusedAttentionLstm() {}

    private FusedAttentionLstm(Builder builder) {
        super(builder);
        this.sizes = List.copyOf(builder.sizes);
        this.length = builder.length;
        this.inputGradient = builder.inputGradient;
        initializeConstraints(builder);
    }

    /**
     * The layers inside.
     *
     * @return the units of each; those of the last are the width of the output
     */
    public List<Integer> getSizes() {
        return sizes;
    }

    /**
     * How far it looks back.
     *
     * @return how many of its outputs are remembered
     */
    public int getLength() {
        return length;
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
        Cells cells = new AttentionCells((int) nIn, sizes, length);
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
        List<ParameterShape> shapes = new ArrayList<>();
        long width = nIn;
        for (int i = 0; i < sizes.size(); i++) {
            int units = sizes.get(i);
            shapes.addAll(LayerParameters.cells(
                    AttentionNames.cells(i), width, units, LstmCells.GATES, FORGET, forgetGateBiasInit));
            width = units;
        }
        shapes.addAll(AttentionNames.shapes(nIn, nOut, memorySize()));
        return new LayerParameters(shapes);
    }

    private long memorySize() {
        return 2L * sizes.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        // Kept for the way back: seven values for each cell; the mixed input; the memory; query; reading and its
        // gradient; the output three times, the key twice.
        long kept = 7 * memorySize() / 2 + nIn + memorySize() + 8 * nOut + length;
        return MemoryReports.of(this, inputType, kept, LstmCells.GATES * memorySize() + 4L * length * nOut);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FusedAttentionLstm that
                && super.equals(other)
                && sizes.equals(that.sizes)
                && length == that.length
                && inputGradient == that.inputGradient;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), sizes, length, inputGradient);
    }

    /** Makes a layer. The forget gates' biases begin with 1 unless another is asked for. */
    @SuppressWarnings("unchecked") // Deeplearning4j's build() returns whatever is asked for
    public static final class Builder extends AbstractLSTM.Builder<Builder> {
        private List<Integer> sizes = List.of();
        private int length = DEFAULT_LENGTH;
        private boolean inputGradient = true;

        /** A layer with tanh and sigmoid, which are the only functions it knows. */
        public Builder() {
            activation(Activation.TANH);
        }

        /**
         * The layers inside.
         *
         * @param units of each, from the input on; those of the last are the width of the output
         * @return this
         */
        public Builder layers(Integer... units) {
            return layers(List.of(units));
        }

        /**
         * The layers inside.
         *
         * @param units of each, from the input on; those of the last are the width of the output
         * @return this
         */
        public Builder layers(List<Integer> units) {
            if (units.isEmpty()) {
                throw new IllegalArgumentException("attention must have at least one layer inside");
            }
            units.forEach(each -> requirePositive("units of a layer", each));
            sizes = List.copyOf(units);
            return nOut(units.get(units.size() - 1));
        }

        /**
         * How far it looks back.
         *
         * @param newLength how many of its outputs are remembered, {@link #DEFAULT_LENGTH} if nothing is said
         * @return this
         */
        public Builder length(int newLength) {
            requirePositive("attention length", newLength);
            length = newLength;
            return this;
        }

        private static void requirePositive(String what, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(what + " must be 1 or more, but was " + value);
            }
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

        /**
         * The layer; without {@link #layers}, there is one of {@code nOut} units.
         *
         * @return the configuration
         */
        @Override
        public FusedAttentionLstm build() {
            if (sizes.isEmpty()) {
                layers((int) nOut);
            }
            if (nOut != sizes.get(sizes.size() - 1)) {
                throw new IllegalArgumentException(
                        "nOut must be the last of the layers " + sizes + ", but was " + nOut);
            }
            return new FusedAttentionLstm(this);
        }
    }
}
