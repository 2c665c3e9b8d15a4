package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.engine.Dense;
import io.github.musicgen.api.engine.LayerState;
import io.github.musicgen.api.engine.LstmLayer;
import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.api.melodyrnn.Blocks;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers of LSTM cells that begin with tanh of a vector and give a vector for each bar. Nothing is shown to them on the way, not even
 * what was written: what comes of a vector is settled before the first note.
 */
final class Conductor {
    private static final int MEMORIES = 2;

    private final Dense initial;
    private final List<LstmLayer> layers = new ArrayList<>();

    Conductor(Blocks blocks, int count) {
        initial = blocks.dense(MelodyVaeTensors.CONDUCTOR_INITIAL);
        layers.add(withoutInput(blocks, MelodyVaeTensors.conductorLayer(0)));
        for (int i = 1; i < count; i++) {
            layers.add(blocks.lstm(MelodyVaeTensors.conductorLayer(i)));
        }
    }

    private static LstmLayer withoutInput(Blocks blocks, String scope) {
        Matrix recurrent = blocks.matrix(MelodyRnnTensors.recurrentWeights(scope));
        Matrix nothing = blocks.engine().matrix(0, recurrent.columns(), new float[0]);
        return new LstmLayer(nothing, recurrent, blocks.vector(MelodyRnnTensors.bias(scope)));
    }

    /** The vectors of so many bars. */
    float[][] conduct(LatentVector vector, int bars) {
        List<LayerState> states = begin(vector);
        float[][] vectors = new float[bars][];
        for (int bar = 0; bar < bars; bar++) {
            float[] output = {};
            for (LayerState state : states) {
                state.begin();
                if (output.length > 0) {
                    state.addAll(output);
                }
                output = state.finish();
            }
            vectors[bar] = output.clone();
        }
        return vectors;
    }

    private List<LayerState> begin(LatentVector vector) {
        float[] memory = new float[initial.weights().columns()];
        initial.applyTanh(vector.shared(), memory);
        List<LayerState> states = new ArrayList<>();
        int place = 0;
        for (LstmLayer layer : layers) {
            states.add(layer.start(memory, place));
            place += MEMORIES * layer.outputSize();
        }
        return states;
    }
}
