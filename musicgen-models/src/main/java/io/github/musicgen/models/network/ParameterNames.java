package io.github.musicgen.models.network;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a tensor of a bundle is called in a network of Deeplearning4j: the number of its layer, and its name there. */
final class ParameterNames {
    private final Map<String, String> names = new LinkedHashMap<>();

    private ParameterNames() {}

    static Map<String, String> of(MelodyRnnConfiguration configuration) {
        ParameterNames all = new ParameterNames();
        int inside = configuration.layersInsideAttention();
        for (int i = 0; i < inside; i++) {
            all.addCells(i, 0, Integer.toString(i));
        }
        if (inside > 0) {
            all.addAttention();
        }
        int layer = inside > 0 ? 1 : 0;
        for (int i = inside; i < configuration.layers().size(); i++) {
            all.addCells(i, layer++, "");
        }
        all.names.put(MelodyRnnTensors.weights(MelodyRnnTensors.OUTPUT), layer + "_W");
        all.names.put(MelodyRnnTensors.bias(MelodyRnnTensors.OUTPUT), layer + "_b");
        return all.names;
    }

    private void addCells(int index, int layer, String suffix) {
        String scope = MelodyRnnTensors.layer(index);
        names.put(MelodyRnnTensors.inputWeights(scope), layer + "_W" + suffix);
        names.put(MelodyRnnTensors.recurrentWeights(scope), layer + "_RW" + suffix);
        names.put(MelodyRnnTensors.bias(scope), layer + "_b" + suffix);
    }

    private void addAttention() {
        addMix(MelodyRnnTensors.INPUT_MIX, "0_inputMix");
        names.put(MelodyRnnTensors.weights(MelodyRnnTensors.QUERY), "0_queryW");
        names.put(MelodyRnnTensors.bias(MelodyRnnTensors.QUERY), "0_queryb");
        names.put(MelodyRnnTensors.KEYS, "0_keys");
        names.put(MelodyRnnTensors.SCORE, "0_score");
        addMix(MelodyRnnTensors.OUTPUT_MIX, "0_outputMix");
    }

    private void addMix(String scope, String name) {
        names.put(MelodyRnnTensors.weights(scope), name + "W");
        names.put(MelodyRnnTensors.readingWeights(scope), name + "R");
        names.put(MelodyRnnTensors.bias(scope), name + "b");
    }
}
