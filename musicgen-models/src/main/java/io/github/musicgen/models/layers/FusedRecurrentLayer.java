package io.github.musicgen.models.layers;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.layers.cells.ArrayAddress;
import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.Floats;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Any of the recurrent layers in a network of Deeplearning4j: carries arrays and states between the network and the cells. */
final class FusedRecurrentLayer<C extends BaseRecurrentLayer>
        extends org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer<C> {
    private static final int STEPS = 2;

    private final transient Cells cells;
    private final boolean inputGradient;
    private final transient Sequences inputs = new Sequences();
    private final transient Sequences gradientsOut = new Sequences();
    private final transient NativeFloats window = new NativeFloats();
    private transient float[] outputGradient = {}; // [size * batch]

    /** The input whose training run the cells still hold. */
    private transient @Nullable INDArray held;

    /** The same, step by step. */
    private transient @Nullable INDArray heldSequence;

    FusedRecurrentLayer(NeuralNetConfiguration conf, DataType dataType, Cells cells, boolean inputGradient) {
        super(conf, dataType);
        this.inputGradient = inputGradient;
        this.cells = cells;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
        return run(training, Map.of(), workspaceMgr);
    }

    @Override
    public INDArray rnnTimeStep(INDArray newInput, LayerWorkspaceMgr workspaceMgr) {
        setInput(newInput, workspaceMgr);
        INDArray output = run(false, stateMap, workspaceMgr);
        store(stateMap);
        return output;
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray newInput, boolean training, boolean storeLastForTBPTT, LayerWorkspaceMgr workspaceMgr) {
        setInput(newInput, workspaceMgr);
        INDArray output = run(training, tBpttStateMap, workspaceMgr);
        if (storeLastForTBPTT) {
            store(tBpttStateMap);
        }
        return output;
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaceMgr) {
        held = null;
        super.setInput(newInput, workspaceMgr);
    }

    private INDArray run(boolean training, Map<String, INDArray> state, LayerWorkspaceMgr workspaceMgr) {
        assertInputSet(false);
        requireShape(permuteIfNWC(input));
        applyDropOutIfNecessary(training, workspaceMgr);
        INDArray sequence = inputs.stepByStep(permuteIfNWC(input));
        heldSequence = sequence;
        int batch = (int) sequence.size(0);
        int steps = (int) sequence.size(STEPS);
        INDArray output = workspaceMgr.createUninitialized(
                ArrayType.ACTIVATIONS, DataType.FLOAT, new long[] {batch, cells.size(), steps}, 'f');
        cells.begin(batch, steps);
        cells.read(name -> Sequences.columnByColumn(getParamWithNoise(name, training, workspaceMgr)));
        cells.mask(maskArray == null ? null : Sequences.stepAfterStep(maskArray));
        cells.remember(values(state, batch));
        long from = ArrayAddress.of(sequence);
        long to = ArrayAddress.of(output);
        for (int step = 0; step < steps; step++) {
            float[] values = cells.forward(step, at(from, step, batch * (long) cells.inputSize()));
            int length = batch * cells.size();
            window.at(at(to, step, length)).put(values, 0, length);
        }
        held = training ? input : null;
        return permuteIfNWC(output);
    }

    private void requireShape(INDArray sequence) {
        if (sequence.rank() != STEPS + 1 || sequence.size(1) != cells.inputSize()) {
            throw new IllegalArgumentException("input must be [batch, " + cells.inputSize() + ", steps], but was "
                    + Arrays.toString(sequence.shape()) + " " + layerId());
        }
    }

    private static long at(long address, int step, long length) {
        return NativeFloats.plus(address, step * length);
    }

    private Map<String, float[]> values(Map<String, INDArray> state, int batch) {
        Map<String, float[]> values = new HashMap<>();
        state.forEach((name, array) -> {
            if (array.size(0) != batch) {
                throw new IllegalStateException("state of " + array.size(0) + " examples does not fit a batch of "
                        + batch + ": call rnnClearPreviousState() between them " + layerId());
            }
            values.put(name, array.dup('f').data().asFloat());
        });
        return values;
    }

    private void store(Map<String, INDArray> state) {
        long batch = input.size(0);
        cells.memory()
                .forEach((name, values) -> state.put(
                        name,
                        Nd4j.createUninitializedDetached(DataType.FLOAT, 'f', batch, values.length / batch)
                                .assign(Nd4j.createFromArray(values).reshape('f', batch, values.length / batch))));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
        if (held != input) {
            run(true, Map.of(), workspaceMgr);
        }
        return back(epsilon, Integer.MAX_VALUE, workspaceMgr);
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaceMgr) {
        if (held != input) {
            run(true, stateMap, workspaceMgr);
        }
        store(tBpttStateMap);
        return back(epsilon, tbpttBackLength, workspaceMgr);
    }

    private Pair<Gradient, INDArray> back(INDArray epsilon, int mostSteps, LayerWorkspaceMgr workspaceMgr) {
        INDArray sequence = Objects.requireNonNull(heldSequence);
        INDArray above = gradientsOut.stepByStep(permuteIfNWC(epsilon));
        int steps = (int) sequence.size(STEPS);
        int first = Math.max(0, steps - mostSteps);
        INDArray below = inputGradient ? room(sequence, first > 0, workspaceMgr) : null;
        long to = below == null ? Cells.NO_GRADIENT : ArrayAddress.of(below);
        Map<String, INDArray> gradients = zeroGradients();
        cells.beginBackward(gradients::get);
        int batch = (int) sequence.size(0);
        int length = batch * cells.size();
        outputGradient = Floats.atLeast(outputGradient, length);
        for (int step = steps - 1; step >= first; step--) {
            window.at(at(ArrayAddress.of(above), step, length)).get(outputGradient, 0, length);
            long width = batch * (long) cells.inputSize();
            cells.backward(
                    step,
                    outputGradient,
                    at(ArrayAddress.of(sequence), step, width),
                    below == null ? Cells.NO_GRADIENT : at(to, step, width));
        }
        cells.endBackward();
        leaveOut(gradients);
        weightNoiseParams.clear();
        Gradient gradient = new DefaultGradient();
        gradients.forEach((name, value) -> gradient.gradientForVariable().put(name, value));
        return new Pair<>(gradient, finished(below));
    }

    private void leaveOut(Map<String, INDArray> gradients) {
        if (layerConf().getWeightNoise() instanceof RecurrentDropout dropout) {
            gradients.forEach(dropout::backward);
        }
    }

    /** Where the gradient of the input goes; zero where truncation will leave steps out. */
    private static INDArray room(INDArray sequence, boolean zero, LayerWorkspaceMgr workspaceMgr) {
        INDArray room =
                workspaceMgr.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, sequence.shape(), 'f');
        return zero ? room.assign(0) : room;
    }

    private @Nullable INDArray finished(@Nullable INDArray below) {
        if (below != null) {
            return permuteIfNWC(backpropDropOutIfPresent(below));
        }
        IDropout dropout = layerConf().getIDropout();
        if (dropout != null) {
            dropout.clear();
        }
        return null;
    }

    /** The views of the network's gradient, in the order of the parameters. */
    private Map<String, INDArray> zeroGradients() {
        gradientsFlattened.assign(0);
        return new LinkedHashMap<>(gradientViews);
    }

    @Override
    public void clear() {
        super.clear();
        held = null;
        heldSequence = null;
    }

    @Override
    public Type type() {
        return Type.RECURRENT;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
            @Nullable INDArray mask, MaskState currentMaskState, int minibatchSize) {
        // As in LSTM: a mask of the features is for the layers without time and for the loss.
        return new Pair<>(mask, MaskState.Passthrough);
    }
}
