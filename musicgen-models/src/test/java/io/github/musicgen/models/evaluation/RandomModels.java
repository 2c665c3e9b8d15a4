package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Models that nobody trained. */
final class RandomModels {
    private RandomModels() {}

    /** Weights between minus a bound and the bound. */
    static TensorTable weights(MelodyRnnConfiguration configuration, double bound) {
        SeededRandom random = SeededRandom.ofSeed(9);
        List<Tensor> tensors = new ArrayList<>();
        MelodyRnnTensors.schema(configuration).shapes().forEach((name, shape) -> {
            float[] values = new float[shape.values()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
            tensors.add(new Tensor(name, shape, values));
        });
        return TensorTable.of(tensors);
    }

    static MelodyRnn model(MelodyRnnConfiguration configuration, Engine engine, double bound) {
        try {
            return MelodyRnn.of(configuration, weights(configuration, bound), engine);
        } catch (MalformedModelException e) {
            throw new AssertionError(e);
        }
    }

    static Bundle bundle(MelodyRnnConfiguration configuration, Map<String, String> provenance)
            throws MalformedModelException {
        ModelCard card = new ModelCard("random", "", "", "", provenance, Map.of());
        return Bundle.of(configuration, weights(configuration, 1), card, SamplingOptions.DEFAULT);
    }
}
