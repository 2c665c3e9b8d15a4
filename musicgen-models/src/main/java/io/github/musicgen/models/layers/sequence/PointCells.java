package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.Curves;
import io.github.musicgen.models.layers.cells.DenseProducts;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.GateNames;
import io.github.musicgen.models.layers.cells.LstmCells;
import io.github.musicgen.models.layers.cells.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers of LSTM cells that begin with tanh of a product of a point, forwards and backwards. */
final class PointCells {
    private final List<Integer> sizes;
    private final int points;
    private final List<LstmCells> layers = new ArrayList<>();
    private final List<Track> outputs = new ArrayList<>(); // [steps][size][batch] of each layer
    private final DenseProducts initial;
    private final NativeFloats window = new NativeFloats();
    private final Workspace belowMemory = new Workspace();
    private float[] memory = {}; // [memory of all layers][batch]
    private int batch;

    /**
     * Cells that have learned nothing yet.
     *
     * @param initialScope from points to what the cells begin with
     * @param points how many numbers a point has
     * @param inputs what the first layer is shown, at least 1
     * @param sizes of the layers
     * @param scopes of the layers, by their numbers
     */
    PointCells(String initialScope, int points, int inputs, List<Integer> sizes, IntFunction<String> scopes) {
        this.sizes = sizes;
        this.points = points;
        int width = inputs;
        for (int size : sizes) {
            layers.add(new LstmCells(width, size, GateNames.of(scopes.apply(layers.size()))));
            outputs.add(new Track());
            width = size;
        }
        initial = new DenseProducts(initialScope, points, AutoencoderSizes.memory(sizes));
    }

    /** The width of what comes of it at each step. */
    int width() {
        return sizes.get(sizes.size() - 1);
    }

    int widest() {
        return sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** Begins a run, with the parameters of the cells from wherever they are. */
    void begin(
            FlatParameters parameters,
            Function<String, INDArray> ofCells,
            int newBatch,
            int steps,
            long pointsAddress) {
        batch = newBatch;
        int length = AutoencoderSizes.memory(sizes) * batch;
        memory = Floats.atLeast(memory, length);
        initial.begin(parameters, batch);
        initial.apply(pointsAddress, memory);
        Curves.tanhOf(memory, memory, length);
        int place = 0;
        for (int i = 0; i < layers.size(); i++) {
            int size = sizes.get(i) * batch;
            LstmCells cells = layers.get(i);
            cells.begin(batch, steps);
            cells.read(ofCells);
            cells.mask(null);
            cells.remember(Map.of(
                    GateNames.STANDARD.cell(), Arrays.copyOfRange(memory, place, place + size),
                    GateNames.STANDARD.hidden(), Arrays.copyOfRange(memory, place + size, place + 2 * size)));
            outputs.get(i).begin(steps, sizes.get(i), batch);
            place += 2 * size;
        }
    }

    /** Runs a step and gives the address of its output. */
    long forward(int step, long input) {
        long signal = input;
        for (int i = 0; i < layers.size(); i++) {
            outputs.get(i).put(step, layers.get(i).forward(step, signal));
            signal = outputs.get(i).at(step);
        }
        return signal;
    }

    /** The address of what came of a step. */
    long output(int step) {
        return outputs.get(outputs.size() - 1).at(step);
    }

    void beginBackward(Function<String, INDArray> ofCells) {
        layers.forEach(cells -> cells.beginBackward(ofCells));
    }

    /**
     * Goes a step back.
     *
     * @param gradient of its output, as long as the widest layer needs; overwritten
     * @param inputGradient the address of what is set, or {@link Cells#NO_GRADIENT}
     */
    void backward(int step, long input, float[] gradient, long inputGradient) {
        long below = belowMemory.ofAtLeast((long) widest() * batch);
        for (int i = layers.size() - 1; i > 0; i--) {
            layers.get(i).backward(step, gradient, outputs.get(i - 1).at(step), below);
            window.at(below).get(gradient, 0, sizes.get(i - 1) * batch);
        }
        layers.get(0).backward(step, gradient, input, inputGradient);
    }

    /** Ends the way back, and adds to the gradient of the points. */
    void endBackward(long pointsAddress, float[] pointGradient) {
        layers.forEach(LstmCells::endBackward);
        float[] ofMemory = new float[AutoencoderSizes.memory(sizes) * batch];
        int place = 0;
        for (int i = 0; i < layers.size(); i++) {
            int length = sizes.get(i) * batch;
            System.arraycopy(layers.get(i).cellGradient(), 0, ofMemory, place, length);
            System.arraycopy(layers.get(i).hiddenGradient(), 0, ofMemory, place + length, length);
            place += 2 * length;
        }
        LatentLoops.backTanh(memory, ofMemory, ofMemory.length);
        float[] more = new float[points * batch];
        initial.backward(ofMemory, pointsAddress, more);
        initial.endBackward();
        Floats.add(more, pointGradient, more.length);
    }
}
