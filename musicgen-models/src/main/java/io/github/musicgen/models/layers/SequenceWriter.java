package io.github.musicgen.models.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The decoder: layers of LSTM cells that begin with tanh of a product of the point, and are shown the point and the event before at each
 * step. That event is the true one, or with some probability one that is drawn from what the network itself expected.
 */
final class SequenceWriter {
    static final String INITIAL = "decoder.initial";
    static final String OUTPUT = "decoder.output";

    private final AutoencoderSizes sizes;
    private final List<LstmCells> layers = new ArrayList<>();
    private final List<Workspace> outputs = new ArrayList<>(); // [steps][size][batch] of each layer
    private final DenseProducts initial;
    private final DenseProducts output;
    private final OneHotSteps inputs;
    private final SoftmaxLoss softmax = new SoftmaxLoss();
    private final NativeFloats window = new NativeFloats();
    private final Workspace belowMemory = new Workspace();
    private float[] memory = {}; // [memory of all layers][batch]
    private float[][] probabilities = {}; // [steps][classes * batch]
    private float[] gradient = {};
    private float[] below = {};
    private int batch;
    private int steps;
    private int[] labels = {}; // [steps * batch]

    SequenceWriter(AutoencoderSizes sizes) {
        this.sizes = sizes;
        int width = sizes.classes() + sizes.latentSize();
        for (int units : sizes.decoderLayers()) {
            layers.add(new LstmCells(width, units, SequenceReader.names(layer(layers.size()))));
            outputs.add(new Workspace());
            width = units;
        }
        initial = new DenseProducts(INITIAL, sizes.latentSize(), sizes.memory());
        output = new DenseProducts(OUTPUT, width, sizes.classes());
        inputs = new OneHotSteps(sizes.classes() + sizes.latentSize());
    }

    static String layer(int index) {
        return "decoder.layer." + index;
    }

    /** Runs a batch; what it expected is in {@link #probabilities}. */
    void run(
            FlatParameters parameters,
            int[][] sequences,
            float[] points,
            long pointsAddress,
            double drawn,
            SplittableRandom random) {
        batch = sequences.length;
        steps = sizes.steps();
        begin(parameters, pointsAddress);
        setLabels(sequences);
        for (int step = 0; step < steps; step++) {
            show(step, points, drawn, random);
            long signal = inputs.at(step);
            for (int i = 0; i < layers.size(); i++) {
                float[] values = layers.get(i).forward(step, signal);
                signal = output(i, step);
                window.at(signal).put(values, 0, sizes.decoderLayers().get(i) * batch);
            }
            output.applyWithoutBias(signal, probabilities[step]);
            softmax.softmax(probabilities[step], output.bias(), sizes.classes(), batch);
        }
    }

    private void begin(FlatParameters parameters, long pointsAddress) {
        inputs.begin(batch, steps);
        initial.begin(parameters, batch);
        output.begin(parameters, batch);
        probabilities = Floats.atLeast(probabilities, steps, sizes.classes() * batch);
        memory = Floats.atLeast(memory, sizes.memory() * batch);
        initial.apply(pointsAddress, memory);
        LatentLoops.tanh(memory, sizes.memory() * batch);
        int place = 0;
        for (int i = 0; i < layers.size(); i++) {
            int length = sizes.decoderLayers().get(i) * batch;
            LstmCells cells = layers.get(i);
            cells.begin(batch, steps);
            cells.read(parameters::view);
            cells.mask(null);
            cells.remember(Map.of(
                    "prevMem", Arrays.copyOfRange(memory, place, place + length),
                    "prevAct", Arrays.copyOfRange(memory, place + length, place + 2 * length)));
            outputs.get(i).ofAtLeast((long) steps * length);
            place += 2 * length;
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
        inputs.set(step, sizes.classes(), points, sizes.latentSize() * batch);
        for (int example = 0; step > 0 && example < batch; example++) {
            boolean draws = drawn > 0 && random.nextDouble() < drawn;
            int event = draws ? draw(step - 1, example, random) : labels[(step - 1) * batch + example];
            inputs.set(step, example, event);
        }
    }

    private int draw(int step, int example, SplittableRandom random) {
        double left = random.nextDouble();
        for (int i = 0; i < sizes.classes() - 1; i++) {
            left -= probabilities[step][i * batch + example];
            if (left < 0) {
                return i;
            }
        }
        return sizes.classes() - 1;
    }

    private long output(int layer, int step) {
        long length = (long) sizes.decoderLayers().get(layer) * batch;
        return NativeFloats.plus(outputs.get(layer).ofAtLeast(steps * length), step * length);
    }

    /** Adds up the loss of each example, in nats. */
    void loss(double[] losses) {
        for (int step = 0; step < steps; step++) {
            softmax.loss(probabilities[step], labels, null, step * batch, batch, losses);
        }
    }

    /** How many events were the likeliest ones. */
    int hits() {
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
        for (int i = 1; i < sizes.classes(); i++) {
            if (probabilities[step][i * batch + example] > probabilities[step][best * batch + example]) {
                best = i;
            }
        }
        return best;
    }

    /** Goes back; the gradient of the points, which is set, is of the mean loss of the batch. */
    void back(FlatParameters parameters, long pointsAddress, float[] pointGradient) {
        int widest = Math.max(
                sizes.classes() + sizes.latentSize(),
                sizes.decoderLayers().stream().mapToInt(Integer::intValue).max().orElseThrow());
        gradient = Floats.atLeast(gradient, widest * batch);
        below = Floats.atLeast(below, widest * batch);
        int latent = sizes.latentSize() * batch;
        Arrays.fill(pointGradient, 0, latent, 0);
        layers.forEach(cells -> cells.beginBackward(parameters::gradient));
        for (int step = steps - 1; step >= 0; step--) {
            back(step, widest);
            window.at(NativeFloats.plus(belowMemory.ofAtLeast((long) widest * batch), (long) sizes.classes() * batch))
                    .get(below, 0, latent);
            Floats.add(below, pointGradient, latent);
        }
        layers.forEach(LstmCells::endBackward);
        output.endBackward();
        backInitial(pointsAddress, pointGradient);
    }

    private void back(int step, int widest) {
        float[] expected = probabilities[step];
        softmax.gradient(expected, labels, null, step * batch, sizes.classes(), batch, 1f / batch);
        output.backward(expected, output(layers.size() - 1, step), gradient);
        long under = belowMemory.ofAtLeast((long) widest * batch);
        for (int i = layers.size() - 1; i >= 0; i--) {
            long input = i == 0 ? inputs.at(step) : output(i - 1, step);
            layers.get(i).backward(step, gradient, input, under);
            if (i > 0) {
                window.at(under).get(gradient, 0, sizes.decoderLayers().get(i - 1) * batch);
            }
        }
    }

    private void backInitial(long pointsAddress, float[] pointGradient) {
        float[] ofMemory = new float[sizes.memory() * batch];
        int place = 0;
        for (int i = 0; i < layers.size(); i++) {
            int length = sizes.decoderLayers().get(i) * batch;
            System.arraycopy(layers.get(i).cellGradient(), 0, ofMemory, place, length);
            System.arraycopy(layers.get(i).hiddenGradient(), 0, ofMemory, place + length, length);
            place += 2 * length;
        }
        LatentLoops.backTanh(memory, ofMemory, ofMemory.length);
        int latent = sizes.latentSize() * batch;
        float[] more = new float[latent];
        initial.backward(ofMemory, pointsAddress, more);
        initial.endBackward();
        Floats.add(more, pointGradient, latent);
    }
}
