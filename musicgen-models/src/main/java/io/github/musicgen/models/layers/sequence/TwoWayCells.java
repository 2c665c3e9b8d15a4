package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.GateNames;
import io.github.musicgen.models.layers.cells.LstmCells;
import io.github.musicgen.models.layers.cells.Track;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** A layer of LSTM cells that reads a batch of sequences from the start, and one that reads it from the end. */
final class TwoWayCells {
    private final int inputs;
    private final int units;
    private final LstmCells forward;
    private final LstmCells backward;
    private final Track outputs = new Track(); // [steps][2 * units][batch], the forward ones first
    private final Workspace belowMemory = new Workspace(); // [inputs][batch]
    private final NativeFloats window = new NativeFloats();
    private float[] gradient = {}; // [units * batch]
    private float[] below = {}; // [inputs * batch]
    private float[] more = {}; // [inputs * batch]
    private int batch;
    private int steps;

    TwoWayCells(int inputs, int units, String forwardScope, String backwardScope) {
        this.inputs = inputs;
        this.units = units;
        forward = new LstmCells(inputs, units, GateNames.of(forwardScope));
        backward = new LstmCells(inputs, units, GateNames.of(backwardScope));
    }

    /** Writes the gradient of what one of the directions gave at a step, [units][batch]. */
    interface Gradient {
        void write(int step, boolean fromEnd, float[] target);
    }

    int units() {
        return units;
    }

    void run(FlatParameters parameters, IntToLongFunction input, int newBatch, int newSteps) {
        batch = newBatch;
        steps = newSteps;
        outputs.begin(steps, 2 * units, batch);
        run(parameters, forward, false, input);
        run(parameters, backward, true, input);
    }

    private void run(FlatParameters parameters, LstmCells cells, boolean fromEnd, IntToLongFunction input) {
        cells.begin(batch, steps);
        cells.read(parameters::view);
        cells.mask(null);
        cells.remember(Map.of());
        for (int i = 0; i < steps; i++) {
            int step = place(i, fromEnd);
            window.at(output(step, fromEnd)).put(cells.forward(i, input.applyAsLong(step)), 0, units * batch);
        }
    }

    private int place(int index, boolean fromEnd) {
        return fromEnd ? steps - 1 - index : index;
    }

    /** The address of what both directions gave at a step. */
    long output(int step) {
        return outputs.at(step);
    }

    private long output(int step, boolean fromEnd) {
        return fromEnd ? NativeFloats.plus(output(step), (long) units * batch) : output(step);
    }

    /** Writes what each direction read last, [2 * units][batch]. */
    void last(float[] target) {
        int length = units * batch;
        window.at(output(steps - 1, false)).get(target, 0, length);
        window.at(output(0, true)).get(target, length, length);
    }

    /**
     * Goes back.
     *
     * @param input the addresses of what was shown, step by step
     * @param ofOutputs the gradients of what was given
     * @param inputGradient the addresses of gradients that are set, or {@link Cells#NO_GRADIENT} for each
     */
    void back(FlatParameters parameters, IntToLongFunction input, Gradient ofOutputs, IntToLongFunction inputGradient) {
        gradient = Floats.atLeast(gradient, units * batch);
        forward.beginBackward(parameters::gradient);
        for (int step = steps - 1; step >= 0; step--) {
            ofOutputs.write(step, false, gradient);
            forward.backward(step, gradient, input.applyAsLong(step), inputGradient.applyAsLong(step));
        }
        forward.endBackward();
        backward.beginBackward(parameters::gradient);
        for (int step = 0; step < steps; step++) {
            ofOutputs.write(step, true, gradient);
            backOfBackward(step, input.applyAsLong(step), inputGradient.applyAsLong(step));
        }
        backward.endBackward();
    }

    /** Adds to the gradient that the forward direction has set. */
    private void backOfBackward(int step, long input, long inputGradient) {
        int index = place(step, true);
        if (inputGradient == Cells.NO_GRADIENT) {
            backward.backward(index, gradient, input, Cells.NO_GRADIENT);
            return;
        }
        int length = inputs * batch;
        below = Floats.atLeast(below, length);
        more = Floats.atLeast(more, length);
        long own = belowMemory.ofAtLeast(length);
        backward.backward(index, gradient, input, own);
        window.at(own).get(more, 0, length);
        window.at(inputGradient).get(below, 0, length);
        Floats.add(more, below, length);
        window.at(inputGradient).put(below, 0, length);
    }
}
