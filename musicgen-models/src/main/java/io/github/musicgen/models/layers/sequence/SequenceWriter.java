package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.DenseProducts;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.SoftmaxLoss;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The decoder: layers of LSTM cells that begin with tanh of a product of the point, and are shown the point and the event before at each
 * step. That event is the true one, or with some probability one that is drawn from what the network itself expected.
 */
final class SequenceWriter implements PointWriter {
    static final String INITIAL = "decoder.initial";
    static final String OUTPUT = "decoder.output";

    /** In place of the event before the first step: there was none. */
    static final int NONE = -1;

    private final int classes;
    private final int steps;
    private final int pointSize;
    private final PointCells cells;
    private final DenseProducts output;
    private final ShownSteps inputs;
    private final SoftmaxLoss softmax = new SoftmaxLoss();
    private final NativeFloats window = new NativeFloats();
    private final Workspace belowMemory = new Workspace(); // [classes + pointSize][batch]
    private float[][] probabilities = {}; // [steps][classes * batch]
    private float[] gradient = {};
    private float[] below = {};
    private int batch;
    private int[] labels = {}; // [steps * batch]
    private int[] before = {}; // [batch]

    SequenceWriter(int classes, int steps, int pointSize, List<Integer> layers) {
        this.classes = classes;
        this.steps = steps;
        this.pointSize = pointSize;
        cells = new PointCells(INITIAL, pointSize, classes + pointSize, layers, SequenceWriter::layer);
        output = new DenseProducts(OUTPUT, cells.width(), classes);
        inputs = new ShownSteps(classes + pointSize);
    }

    static String layer(int index) {
        return "decoder.layer." + index;
    }

    @Override
    public void run(
            FlatParameters parameters,
            int[][] sequences,
            float[] points,
            long pointsAddress,
            double drawn,
            SplittableRandom random) {
        int[] nothing = new int[sequences.length];
        Arrays.fill(nothing, NONE);
        run(parameters, sequences, nothing, points, pointsAddress, drawn, random);
    }

    /** Runs a batch of sequences before each of which there was an event, or {@link #NONE}. */
    void run(
            FlatParameters parameters,
            int[][] sequences,
            int[] eventsBefore,
            float[] points,
            long pointsAddress,
            double drawn,
            SplittableRandom random) {
        batch = sequences.length;
        before = eventsBefore;
        inputs.begin(batch, steps);
        output.begin(parameters, batch);
        probabilities = Floats.atLeast(probabilities, steps, classes * batch);
        cells.begin(parameters, parameters::view, batch, steps, pointsAddress);
        setLabels(sequences);
        for (int step = 0; step < steps; step++) {
            show(step, points, drawn, random);
            output.applyWithoutBias(cells.forward(step, inputs.at(step)), probabilities[step]);
            softmax.softmax(probabilities[step], output.bias(), classes, batch);
        }
    }

    private void setLabels(int[][] sequences) {
        labels = labels.length >= steps * batch ? labels : new int[steps * batch];
        for (int step = 0; step < steps; step++) {
            for (int example = 0; example < batch; example++) {
                labels[step * batch + example] = sequences[example][step];
            }
        }
    }

    private void show(int step, float[] points, double drawn, SplittableRandom random) {
        inputs.set(step, classes, points, pointSize * batch);
        for (int example = 0; example < batch; example++) {
            int event = before(step, example, drawn, random);
            if (event != NONE) {
                inputs.set(step, example, event);
            }
        }
    }

    private int before(int step, int example, double drawn, SplittableRandom random) {
        if (step == 0) {
            return before[example];
        }
        boolean draws = drawn > 0 && random.nextDouble() < drawn;
        return draws ? draw(step - 1, example, random) : labels[(step - 1) * batch + example];
    }

    private int draw(int step, int example, SplittableRandom random) {
        double left = random.nextDouble();
        for (int i = 0; i < classes - 1; i++) {
            left -= probabilities[step][i * batch + example];
            if (left < 0) {
                return i;
            }
        }
        return classes - 1;
    }

    @Override
    public void loss(double[] losses) {
        for (int step = 0; step < steps; step++) {
            softmax.loss(probabilities[step], labels, null, step * batch, batch, losses);
        }
    }

    @Override
    public int hits() {
        int hits = 0;
        for (int step = 0; step < steps; step++) {
            for (int example = 0; example < batch; example++) {
                hits += likeliest(step, example) == labels[step * batch + example] ? 1 : 0;
            }
        }
        return hits;
    }

    private int likeliest(int step, int example) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            if (probabilities[step][i * batch + example] > probabilities[step][best * batch + example]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public void back(FlatParameters parameters, long pointsAddress, float[] pointGradient) {
        back(parameters, pointsAddress, pointGradient, batch);
    }

    /** Goes back from what all sequences cost, divided by a number. */
    void back(FlatParameters parameters, long pointsAddress, float[] pointGradient, int divisor) {
        int width = classes + pointSize;
        gradient = Floats.atLeast(gradient, Math.max(width, cells.widest()) * batch);
        below = Floats.atLeast(below, pointSize * batch);
        Arrays.fill(pointGradient, 0, pointSize * batch, 0);
        cells.beginBackward(parameters::gradient);
        long under = belowMemory.ofAtLeast((long) width * batch);
        for (int step = steps - 1; step >= 0; step--) {
            softmax.gradient(probabilities[step], labels, null, step * batch, classes, batch, 1f / divisor);
            output.backward(probabilities[step], cells.output(step), gradient);
            cells.backward(step, inputs.at(step), gradient, under);
            window.at(NativeFloats.plus(under, (long) classes * batch)).get(below, 0, pointSize * batch);
            Floats.add(below, pointGradient, pointSize * batch);
        }
        output.endBackward();
        cells.endBackward(pointsAddress, pointGradient);
    }
}
