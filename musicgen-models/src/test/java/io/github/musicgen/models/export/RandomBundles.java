package io.github.musicgen.models.export;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;
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
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Tensor> tensors = new ArrayList<>();
        MelodyRnnTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(tensor(name, shape, random)));
        return TensorTable.of(tensors);
    }

    private static Tensor tensor(String name, Shape shape, SeededRandom random) {
        boolean returns = name.contains("recurrent") || name.contains("reading");
        double bound = (returns ? RECURRENT_GAIN : GAIN) * StrictMath.sqrt(3.0 / shape.size(0));
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return new Tensor(name, shape, values);
    }
}
