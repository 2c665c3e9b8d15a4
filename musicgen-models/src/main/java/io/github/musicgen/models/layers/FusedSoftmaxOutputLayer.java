package io.github.musicgen.models.layers;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.ArrayAddress;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.Products;
import io.github.musicgen.models.layers.cells.SoftmaxLoss;
import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs a {@link FusedSoftmaxOutput}: a step of time is multiplied, normalized, compared and gone back in one go. */
final class FusedSoftmaxOutputLayer extends BaseOutputLayer<FusedSoftmaxOutput> {
    private static final int STEPS = 2;
    private static final String WEIGHTS = DefaultParamInitializer.WEIGHT_KEY;
    private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

    private final transient Products products = new Products();
    private final transient NativeFloats window = new NativeFloats();
    private final transient Workspace logitMemory = new Workspace(); // [classes][batch]
    private final transient Sequences inputs = new Sequences();
    private final transient SoftmaxLoss softmax = new SoftmaxLoss();
    private transient float[] values = {}; // [classes * batch]: logits, probabilities, gradients
    private transient float[] biases = {}; // [classes * batch]
    private transient float[] biasSums = {}; // [classes * batch]

    /** The loss of each example in the run that the way back made; none if input or labels changed since. */
    private transient double @Nullable [] losses;

    FusedSoftmaxOutputLayer(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaceMgr) {
        losses = null;
        super.setInput(newInput, workspaceMgr);
    }

    @Override
    public void setLabels(INDArray newLabels) {
        losses = null;
        super.setLabels(newLabels);
    }

    @Override
    public void setMaskArray(@Nullable INDArray newMask) {
        losses = null;
        super.setMaskArray(newMask);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
        Run run = begin(training, workspaceMgr);
        INDArray output = workspaceMgr.createUninitialized(
                ArrayType.ACTIVATIONS, DataType.FLOAT, new long[] {run.batch, run.classes, run.steps}, 'f');
        long to = ArrayAddress.of(output);
        for (int step = 0; step < run.steps; step++) {
            probabilities(run, step);
            if (run.mask != null) {
                Floats.mask(values, run.mask, step * run.batch, run.batch, run.length());
            }
            window.at(NativeFloats.plus(to, (long) step * run.length())).put(values, 0, run.length());
        }
        return swapped(output);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(@Nullable INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
        Run run = begin(true, workspaceMgr);
        int[] given = labels(run);
        INDArray below = workspaceMgr.createUninitialized(
                ArrayType.ACTIVATION_GRAD, DataType.FLOAT, new long[] {run.batch, run.width, run.steps}, 'f');
        gradientsFlattened.assign(0);
        long weightGradient = ArrayAddress.of(Objects.requireNonNull(gradientViews.get(WEIGHTS)));
        long logits = run.logits;
        biasSums = Floats.atLeast(biasSums, run.length());
        Arrays.fill(biasSums, 0, run.length(), 0);
        double[] sums = new double[run.batch];
        float factor = factor(run);
        for (int step = 0; step < run.steps; step++) {
            probabilities(run, step);
            softmax.loss(values, given, run.mask, step * run.batch, run.batch, sums);
            softmax.gradient(values, given, run.mask, step * run.batch, run.classes, run.batch, factor);
            Floats.add(values, biasSums, run.length());
            window.at(logits).put(values, 0, run.length());
            products.addWeightGradient(run.input(step), logits, weightGradient, run.batch, run.width, run.classes);
            products.setBack(
                    logits,
                    run.weights,
                    NativeFloats.plus(ArrayAddress.of(below), (long) step * run.batch * run.width),
                    run.batch,
                    run.width,
                    run.classes);
        }
        losses = sums;
        Gradient result = new DefaultGradient();
        result.gradientForVariable().put(WEIGHTS, gradientViews.get(WEIGHTS));
        if (hasBias()) {
            writeBiasGradient(run);
            result.gradientForVariable().put(BIAS, gradientViews.get(BIAS));
        }
        gradient = result;
        return new Pair<>(result, swapped(backpropDropOutIfPresent(below)));
    }

    private void writeBiasGradient(Run run) {
        float[] sums = new float[run.classes];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Floats.sum(biasSums, i * run.batch, run.batch);
        }
        window.at(ArrayAddress.of(Objects.requireNonNull(gradientViews.get(BIAS))))
                .put(sums, 0, sums.length);
    }

    /** What a step's gradient is multiplied with; Deeplearning4j divides by the number of examples afterwards. */
    private float factor(Run run) {
        return layerConf().isMeanOverSteps() ? (float) (run.batch / weight(run.mask, (long) run.batch * run.steps)) : 1;
    }

    @Override
    public double computeScore(double fullNetRegTerm, boolean training, LayerWorkspaceMgr workspaceMgr) {
        double[] perExample = losses(training, workspaceMgr);
        double sum = Arrays.stream(perExample).sum();
        if (layerConf().isMeanOverSteps()) {
            sum /= unmasked();
        } else if (conf().isMiniBatch()) {
            sum /= perExample.length;
        }
        score = sum + fullNetRegTerm;
        return score;
    }

    @Override
    public INDArray computeScoreForExamples(double fullNetRegTerm, LayerWorkspaceMgr workspaceMgr) {
        double[] perExample = losses(false, workspaceMgr);
        return Nd4j.createFromArray(perExample)
                .castTo(DataType.FLOAT)
                .reshape(perExample.length, 1)
                .addi(fullNetRegTerm);
    }

    private double[] losses(boolean training, LayerWorkspaceMgr workspaceMgr) {
        double[] known = losses;
        if (training && known != null) {
            return known;
        }
        Run run = begin(training, workspaceMgr);
        int[] given = labels(run);
        double[] sums = new double[run.batch];
        for (int step = 0; step < run.steps; step++) {
            probabilities(run, step);
            softmax.loss(values, given, run.mask, step * run.batch, run.batch, sums);
        }
        return sums;
    }

    @Override
    public void computeGradientAndScore(LayerWorkspaceMgr workspaceMgr) {
        backpropGradient(null, workspaceMgr);
        computeScore(0, true, workspaceMgr);
    }

    private Run begin(boolean training, LayerWorkspaceMgr workspaceMgr) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaceMgr);
        INDArray sequence = inputs.stepByStep(swapped(input));
        int batch = (int) sequence.size(0);
        int classes = (int) layerConf().getNOut();
        Run run = new Run(
                batch,
                (int) sequence.size(1),
                classes,
                (int) sequence.size(STEPS),
                ArrayAddress.of(sequence),
                ArrayAddress.of(Sequences.columnByColumn(getParamWithNoise(WEIGHTS, training, workspaceMgr))),
                logitMemory.ofAtLeast((long) batch * classes),
                maskOfSteps());
        values = Floats.atLeast(values, run.length());
        biases = Floats.atLeast(biases, run.length());
        if (hasBias()) {
            float[] bias = new float[run.classes];
            window.at(ArrayAddress.of(getParamWithNoise(BIAS, training, workspaceMgr)))
                    .get(bias, 0, bias.length);
            Floats.repeat(bias, 0, bias.length, run.batch, biases);
        }
        return run;
    }

    private void probabilities(Run run, int step) {
        products.set(run.input(step), run.weights, run.logits, run.batch, run.width, run.classes);
        window.at(run.logits).get(values, 0, run.length());
        softmax.softmax(values, biases, run.classes, run.batch);
    }

    /** The class of each example, step after step. */
    private int[] labels(Run run) {
        INDArray given = swapped(labels);
        boolean oneHot = given.size(1) != 1 || run.classes == 1;
        if (given.rank() != STEPS + 1
                || given.size(0) != run.batch
                || given.size(STEPS) != run.steps
                || (oneHot && given.size(1) != run.classes)) {
            throw new IllegalArgumentException("labels must be [" + run.batch + ", 1 or " + run.classes + ", "
                    + run.steps + "], but were " + Arrays.toString(given.shape()) + " " + layerId());
        }
        INDArray numbers = oneHot ? given.argMax(1) : given.reshape(run.batch, run.steps);
        int[] classes = numbers.castTo(DataType.INT32).dup('f').data().asInt();
        for (int i = 0; i < classes.length; i++) {
            boolean counts = run.mask == null || run.mask[i] != 0;
            if (counts && !(classes[i] >= 0 && classes[i] < run.classes)) {
                throw new IllegalArgumentException("labels must be classes 0.." + (run.classes - 1) + ", but one was "
                        + classes[i] + " (example " + i % run.batch + ", step " + i / run.batch + ") " + layerId());
            }
        }
        return classes;
    }

    private float @Nullable [] maskOfSteps() {
        return maskArray == null ? null : Sequences.stepAfterStep(maskArray);
    }

    private double unmasked() {
        float[] mask = maskOfSteps();
        return weight(mask, input.size(0) * swapped(input).size(STEPS));
    }

    private static double weight(float @Nullable [] mask, long all) {
        double sum = 0;
        for (int i = 0; mask != null && i < mask.length; i++) {
            sum += mask[i];
        }
        return mask == null ? all : sum;
    }

    @Override
    protected INDArray getLabels2d(LayerWorkspaceMgr workspaceMgr, ArrayType arrayType) {
        throw new UnsupportedOperationException("labels are read step by step " + layerId());
    }

    private INDArray swapped(INDArray sequence) {
        return layerConf().getRnnDataFormat() == RNNFormat.NWC ? sequence.permute(0, 2, 1) : sequence;
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
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArray(
            @Nullable INDArray mask, MaskState currentMaskState, int minibatchSize) {
        return null; // nothing comes after this layer
    }

    /**
     * One batch on its way through.
     *
     * @param width of the input
     * @param inputs the address of {@code steps x width x batch}
     * @param weights the address of {@code classes x width}
     * @param logits the address of {@code classes x batch}
     * @param mask {@code steps x batch}
     */
    @SuppressWarnings("ArrayRecordComponent") // seen by this class alone, and never compared
    private record Run(
            int batch,
            int width,
            int classes,
            int steps,
            long inputs,
            long weights,
            long logits,
            float @Nullable [] mask) {
        int length() {
            return classes * batch;
        }

        long input(int step) {
            return NativeFloats.plus(inputs, (long) step * width * batch);
        }
    }
}
