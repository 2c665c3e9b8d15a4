package io.github.musicgen.api.melodyrnn;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.readingWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.engine.AttentionLayer;
import io.github.musicgen.api.engine.Dense;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Layer;
import io.github.musicgen.api.engine.LstmLayer;
import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.api.engine.StepNetwork;
import io.github.musicgen.api.engine.TanhLayer;
import io.github.musicgen.api.engine.Vector;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;

/** Puts tensors into the blocks of an engine. */
final class NetworkAssembly {
    private final MelodyRnnConfiguration configuration;
    private final TensorTable tensors;
    private final Engine engine;

    NetworkAssembly(MelodyRnnConfiguration configuration, TensorTable tensors, Engine engine) {
        this.configuration = configuration;
        this.tensors = tensors;
        this.engine = engine;
    }

    StepNetwork network() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < configuration.layers().size(); i++) {
            layers.add(cells(MelodyRnnTensors.layer(i)));
        }
        configuration.attention().ifPresent(attention -> wrap(layers, attention));
        return new StepNetwork(layers, dense(MelodyRnnTensors.OUTPUT));
    }

    private Layer cells(String scope) {
        Matrix input = matrix(inputWeights(scope));
        Matrix recurrent = matrix(recurrentWeights(scope));
        Vector bias = vector(bias(scope));
        return switch (configuration.cell()) {
            case LSTM -> new LstmLayer(input, recurrent, bias);
            case TANH -> new TanhLayer(input, recurrent, bias);
        };
    }

    private void wrap(List<Layer> layers, Attention attention) {
        List<Layer> inside =
                layers.subList(0, attention.layersInside(configuration.layers()).size());
        Layer wrapper = new AttentionLayer(
                inside,
                attention.length(),
                dense(MelodyRnnTensors.INPUT_MIX),
                matrix(readingWeights(MelodyRnnTensors.INPUT_MIX)),
                dense(MelodyRnnTensors.QUERY),
                matrix(MelodyRnnTensors.KEYS),
                vector(MelodyRnnTensors.SCORE),
                dense(MelodyRnnTensors.OUTPUT_MIX),
                matrix(readingWeights(MelodyRnnTensors.OUTPUT_MIX)));
        inside.clear();
        layers.add(0, wrapper);
    }

    private Dense dense(String scope) {
        return new Dense(matrix(weights(scope)), vector(bias(scope)));
    }

    private Matrix matrix(String name) {
        Tensor tensor = tensors.tensor(name);
        return engine.matrix(tensor.shape().size(0), tensor.shape().size(1), tensor.values());
    }

    private Vector vector(String name) {
        return Vector.of(tensors.tensor(name).values());
    }
}
