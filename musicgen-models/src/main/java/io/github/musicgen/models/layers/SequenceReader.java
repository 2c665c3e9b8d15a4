package io.github.musicgen.models.layers;

import java.util.Arrays;
import java.util.Map;

/** The encoder: two layers of LSTM cells read a batch of sequences, one from the end, and what they read last is the outcome. */
final class SequenceReader {
    static final String FORWARD = "encoder.forward";
    static final String BACKWARD = "encoder.backward";

    private final int classes;
    private final int units;
    private final LstmCells forward;
    private final LstmCells backward;
    private final OneHotSteps events;
    private final Workspace readMemory = new Workspace(); // [2 * units][batch]
    private final NativeFloats window = new NativeFloats();
    private float[] gradient = {}; // [units * batch]
    private int batch;
    private int steps;
    private long read;

    SequenceReader(AutoencoderSizes sizes) {
        classes = sizes.classes();
        units = sizes.encoderUnits();
        forward = new LstmCells(classes, units, names(FORWARD));
        backward = new LstmCells(classes, units, names(BACKWARD));
        events = new OneHotSteps(classes);
    }

    static GateNames names(String scope) {
        return new GateNames(scope + ".W", scope + ".RW", scope + ".b", "prevAct", "prevMem");
    }

    /** Gives the address of what was read, [2 * units][batch]. */
    long run(FlatParameters parameters, int[][] sequences, int stepCount) {
        batch = sequences.length;
        steps = stepCount;
        events.begin(batch, steps);
        for (int step = 0; step < steps; step++) {
            for (int example = 0; example < batch; example++) {
                events.set(step, example, sequences[example][step]);
            }
        }
        read = readMemory.ofAtLeast(2L * units * batch);
        run(parameters, forward, false, read);
        run(parameters, backward, true, NativeFloats.plus(read, (long) units * batch));
        return read;
    }

    private void run(FlatParameters parameters, LstmCells cells, boolean fromEnd, long target) {
        cells.begin(batch, steps);
        cells.read(parameters::view);
        cells.mask(null);
        cells.remember(Map.of());
        for (int step = 0; step < steps; step++) {
            float[] output = cells.forward(step, events.at(place(step, fromEnd)));
            if (step == steps - 1) {
                window.at(target).put(output, 0, units * batch);
            }
        }
    }

    /** Where lies what was read last. */
    long read() {
        return read;
    }

    private int place(int step, boolean fromEnd) {
        return fromEnd ? steps - 1 - step : step;
    }

    /** From the gradient of what was read, [2 * units][batch], which is overwritten. */
    void back(FlatParameters parameters, float[] readGradient) {
        int length = units * batch;
        back(parameters, forward, false, Arrays.copyOf(readGradient, length));
        back(parameters, backward, true, Arrays.copyOfRange(readGradient, length, 2 * length));
    }

    private void back(FlatParameters parameters, LstmCells cells, boolean fromEnd, float[] ofLast) {
        gradient = Floats.atLeast(gradient, units * batch);
        cells.beginBackward(parameters::gradient);
        for (int step = steps - 1; step >= 0; step--) {
            if (step == steps - 1) {
                System.arraycopy(ofLast, 0, gradient, 0, units * batch);
            } else {
                Arrays.fill(gradient, 0, units * batch, 0);
            }
            cells.backward(step, gradient, events.at(place(step, fromEnd)), Cells.NO_GRADIENT);
        }
        cells.endBackward();
    }
}
