package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Track;

/**
 * The encoder: layers of LSTM cells read a batch of sequences from both ends, and what they read last is the outcome. Where there are
 * layers of bars, these read every bar by itself, and the others what came of the bars.
 */
final class SequenceReader {
    static final String ENCODER = "encoder";
    static final String BAR_ENCODER = "encoder.bar";

    private final AutoencoderSizes sizes;
    private final int[][] shown; // [classes][those inputs that are 1]
    private final TwoWayStack barLayers;
    private final TwoWayStack layers;
    private final ShownSteps events;
    private final Track bars = new Track(); // [bars][width][batch], what came of them
    private final Track barGradients = new Track();
    private final Workspace readMemory = new Workspace(); // [outcome][batch]
    private final NativeFloats window = new NativeFloats();
    private BarRows rows = new BarRows(1, 1);
    private long read;

    SequenceReader(AutoencoderSizes sizes, int[][] shown) {
        this.sizes = sizes;
        this.shown = shown;
        barLayers = new TwoWayStack(BAR_ENCODER, sizes.inputs(), sizes.barLayers());
        layers = new TwoWayStack(ENCODER, readsBars() ? barWidth() : sizes.inputs(), sizes.encoderLayers());
        events = new ShownSteps(sizes.inputs());
    }

    private boolean readsBars() {
        return !sizes.barLayers().isEmpty();
    }

    private int barWidth() {
        return 2 * sizes.barLayers().get(sizes.barLayers().size() - 1);
    }

    /** Gives the address of what was read, [outcome][batch]. */
    long run(FlatParameters parameters, int[][] sequences) {
        int batch = sequences.length;
        float[] outcome = readsBars() ? readBars(parameters, sequences) : readWhole(parameters, sequences);
        read = readMemory.ofAtLeast((long) sizes.outcome() * batch);
        window.at(read).put(outcome, 0, sizes.outcome() * batch);
        return read;
    }

    private float[] readWhole(FlatParameters parameters, int[][] sequences) {
        rows = new BarRows(1, sequences.length);
        show(sequences, sizes.steps());
        return layers.run(parameters, events::at, sequences.length, sizes.steps());
    }

    private float[] readBars(FlatParameters parameters, int[][] sequences) {
        int batch = sequences.length;
        rows = new BarRows(sizes.bars(), batch);
        show(rows.of(sequences), sizes.stepsPerBar());
        float[] ofAll = barLayers.run(parameters, events::at, rows.rows(), sizes.stepsPerBar());
        float[] ofBar = new float[barWidth() * batch];
        bars.begin(sizes.bars(), barWidth(), batch);
        for (int bar = 0; bar < sizes.bars(); bar++) {
            rows.take(ofAll, bar, barWidth(), ofBar);
            bars.put(bar, ofBar);
        }
        return layers.run(parameters, bars::at, batch, sizes.bars());
    }

    private void show(int[][] sequences, int steps) {
        events.begin(sequences.length, steps);
        for (int step = 0; step < steps; step++) {
            for (int example = 0; example < sequences.length; example++) {
                for (int input : shown[sequences[example][step]]) {
                    events.set(step, example, input);
                }
            }
        }
    }

    /** Where lies what was read last. */
    long read() {
        return read;
    }

    /** From the gradient of what was read, [outcome][batch]. */
    void back(FlatParameters parameters, float[] readGradient) {
        if (!readsBars()) {
            layers.back(parameters, events::at, readGradient, step -> Cells.NO_GRADIENT);
            return;
        }
        barGradients.begin(sizes.bars(), barWidth(), rows.batch());
        layers.back(parameters, bars::at, readGradient, barGradients::at);
        float[] ofBar = new float[barWidth() * rows.batch()];
        float[] ofAll = new float[barWidth() * rows.rows()];
        for (int bar = 0; bar < sizes.bars(); bar++) {
            barGradients.get(bar, ofBar);
            rows.put(ofBar, bar, barWidth(), ofAll);
        }
        barLayers.back(parameters, events::at, ofAll, step -> Cells.NO_GRADIENT);
    }
}
