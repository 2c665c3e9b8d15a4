package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.layers.cells.Cells;
import io.github.musicgen.models.layers.cells.FlatParameters;
import io.github.musicgen.models.layers.cells.Floats;
import io.github.musicgen.models.layers.cells.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Layers that read a batch of sequences from both ends, each what both directions of the one below gave at each step. The outcome is what
 * the last one read last.
 */
final class TwoWayStack {
    private final List<TwoWayCells> layers = new ArrayList<>();
    private final List<Track> gradients =
            new ArrayList<>(); // of what each layer but the last gave, [steps][2 * units][batch]
    private final NativeFloats window = new NativeFloats();
    private float[] read = {}; // [2 * units * batch]
    private int batch;
    private int steps;

    TwoWayStack(String scope, int inputs, List<Integer> sizes) {
        int width = inputs;
        for (int units : sizes) {
            layers.add(new TwoWayCells(width, units, forward(scope, layers.size()), backward(scope, layers.size())));
            gradients.add(new Track());
            width = 2 * units;
        }
    }

    static String forward(String scope, int layer) {
        return layer(scope, layer) + ".forward";
    }

    static String backward(String scope, int layer) {
        return layer(scope, layer) + ".backward";
    }

    private static String layer(String scope, int layer) {
        return layer == 0 ? scope : scope + ".layer." + layer;
    }

    /** Gives what was read, [2 * units][batch], until the next run. */
    float[] run(FlatParameters parameters, IntToLongFunction input, int newBatch, int newSteps) {
        batch = newBatch;
        steps = newSteps;
        IntToLongFunction below = input;
        for (TwoWayCells layer : layers) {
            layer.run(parameters, below, batch, steps);
            below = layer::output;
        }
        TwoWayCells top = layers.get(layers.size() - 1);
        read = Floats.atLeast(read, 2 * top.units() * batch);
        top.last(read);
        return read;
    }

    /**
     * Goes back.
     *
     * @param input as it was on the way there
     * @param readGradient of what was read // [2 * units * batch]
     * @param inputGradient the addresses of gradients that are set, or {@link Cells#NO_GRADIENT} for each
     */
    void back(
            FlatParameters parameters, IntToLongFunction input, float[] readGradient, IntToLongFunction inputGradient) {
        TwoWayCells.Gradient ofOutputs =
                ofLast(readGradient, layers.get(layers.size() - 1).units() * batch);
        for (int i = layers.size() - 1; i > 0; i--) {
            TwoWayCells below = layers.get(i - 1);
            Track ofBelow = gradients.get(i - 1);
            ofBelow.begin(steps, 2 * below.units(), batch);
            layers.get(i).back(parameters, below::output, ofOutputs, ofBelow::at);
            ofOutputs = of(ofBelow, below.units() * batch);
        }
        layers.get(0).back(parameters, input, ofOutputs, inputGradient);
    }

    /** Only what was read last counts: that of the forward direction at the end, that of the other at the start. */
    private TwoWayCells.Gradient ofLast(float[] readGradient, int length) {
        return (step, fromEnd, target) -> {
            if (step == (fromEnd ? 0 : steps - 1)) {
                System.arraycopy(readGradient, fromEnd ? length : 0, target, 0, length);
            } else {
                Arrays.fill(target, 0, length, 0);
            }
        };
    }

    private TwoWayCells.Gradient of(Track track, int length) {
        return (step, fromEnd, target) -> window.at(NativeFloats.plus(track.at(step), fromEnd ? length : 0))
                .get(target, 0, length);
    }
}
