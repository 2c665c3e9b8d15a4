package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.engine.LayerState;
import io.github.musicgen.api.engine.LstmLayer;
import io.github.musicgen.api.melodyrnn.Blocks;
import java.util.ArrayList;
import java.util.List;

/** Layers of LSTM cells that read a sequence, each from both ends. */
final class TwoWayLayers {
    private final List<LstmLayer> forward = new ArrayList<>();
    private final List<LstmLayer> backward = new ArrayList<>();

    TwoWayLayers(Blocks blocks, String scope, int count) {
        for (int i = 0; i < count; i++) {
            forward.add(blocks.lstm(MelodyVaeTensors.forward(scope, i)));
            backward.add(blocks.lstm(MelodyVaeTensors.backward(scope, i)));
        }
    }

    /** What layers are shown at a step. */
    interface Input {
        void show(int step, LayerState state);
    }

    /** Gives what the directions of the last layer read last: the forward one at the end, the backward one at the start. */
    float[] read(int steps, Input input) {
        Input below = input;
        float[][] outputs = {};
        for (int i = 0; i < forward.size(); i++) {
            float[][] given = outputs(i, steps, below);
            below = (step, state) -> state.addAll(given[step]);
            outputs = given;
        }
        float[] read = outputs[steps - 1].clone();
        int units = read.length / 2;
        System.arraycopy(outputs[0], units, read, units, units);
        return read;
    }

    /** What both directions of a layer give at each step, the forward one first. */
    private float[][] outputs(int index, int steps, Input input) {
        LayerState fromStart = forward.get(index).start();
        LayerState fromEnd = backward.get(index).start();
        int units = forward.get(index).outputSize();
        float[][] outputs = new float[steps][2 * units];
        for (int i = 0; i < steps; i++) {
            System.arraycopy(next(fromStart, i, input), 0, outputs[i], 0, units);
            int last = steps - 1 - i;
            System.arraycopy(next(fromEnd, last, input), 0, outputs[last], units, units);
        }
        return outputs;
    }

    private static float[] next(LayerState state, int step, Input input) {
        state.begin();
        input.show(step, state);
        return state.finish();
    }
}
