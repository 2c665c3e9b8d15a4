package io.github.musicgen.api.melodyrnn;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.readingWeights;

import io.github.musicgen.api.engine.AttentionLayer;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Layer;
import io.github.musicgen.api.engine.StepNetwork;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;

/** Puts the tensors of a melody model together. */
final class NetworkAssembly {
    private final MelodyRnnConfiguration configuration;
    private final Blocks blocks;

    NetworkAssembly(MelodyRnnConfiguration configuration, TensorTable tensors, Engine engine) {
        this.configuration = configuration;
        this.blocks = new Blocks(tensors, engine);
    }

    StepNetwork network() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < configuration.layers().size(); i++) {
            layers.add(cells(MelodyRnnTensors.layer(i)));
        }
        configuration.attention().ifPresent(attention -> wrap(layers, attention));
        return new StepNetwork(layers, blocks.dense(MelodyRnnTensors.OUTPUT));
    }

    private Layer cells(String scope) {
        return switch (configuration.cell()) {
            case LSTM -> blocks.lstm(scope);
            case TANH -> blocks.tanh(scope);
        };
    }

    private void wrap(List<Layer> layers, Attention attention) {
        List<Layer> inside =
                layers.subList(0, attention.layersInside(configuration.layers()).size());
        Layer wrapper = new AttentionLayer(
                inside,
                attention.length(),
                blocks.dense(MelodyRnnTensors.INPUT_MIX),
                blocks.matrix(readingWeights(MelodyRnnTensors.INPUT_MIX)),
                blocks.dense(MelodyRnnTensors.QUERY),
                blocks.matrix(MelodyRnnTensors.KEYS),
                blocks.vector(MelodyRnnTensors.SCORE),
                blocks.dense(MelodyRnnTensors.OUTPUT_MIX),
                blocks.matrix(readingWeights(MelodyRnnTensors.OUTPUT_MIX)));
        inside.clear();
        layers.add(0, wrapper);
    }
}
