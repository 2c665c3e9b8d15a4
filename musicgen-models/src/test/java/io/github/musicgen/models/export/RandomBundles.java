package io.github.musicgen.models.export;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.TinyModels;
import java.util.Map;

/**
 * Models that nobody trained: weights drawn from a seed. They keep the size of a signal, but for those on what comes back from the
 * step before (a layer's output, what attention read), which halve it: so a run forgets, as that of a trained model does. With
 * twice these weights it comes near chaos, and programs that round in different ways part for good.
 */
public final class RandomBundles {
    private static final double GAIN = 1;
    private static final double RECURRENT_GAIN = 0.5;

    private RandomBundles() {}

    public static Bundle of(MelodyRnnConfiguration configuration, long seed) {
        return of(configuration, weights(configuration, seed));
    }

    static Bundle of(MelodyRnnConfiguration configuration, TensorTable weights) {
        ModelCard card = new ModelCard(
                "random-" + configuration.name(),
                "Drawn from a seed",
                "CC0-1.0",
                "Näme \"nobody\"",
                Map.of(),
                Map.of());
        try {
            return Bundle.of(configuration, weights, card, SamplingOptions.DEFAULT);
        } catch (MalformedModelException e) {
            throw new AssertionError(e);
        }
    }

    private static TensorTable weights(MelodyRnnConfiguration configuration, long seed) {
        return TinyModels.weights(
                configuration,
                seed,
                name -> name.contains("recurrent") || name.contains("reading") ? RECURRENT_GAIN : GAIN);
    }
}
