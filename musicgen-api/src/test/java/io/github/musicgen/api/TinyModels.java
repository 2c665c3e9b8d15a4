package io.github.musicgen.api;

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

/** Models that nobody trained: weights drawn from a seed, large enough that answers differ from step to step. */
public final class TinyModels {
    /** Twice what keeps the size of a signal, so that probabilities are far from equal. */
    private static final double GAIN = 2;

    /** So little that attention, which a network feeds back to itself without a bound, dies away however long a piece is. */
    private static final double CALM_GAIN = 0.5;

    private TinyModels() {}

    /** The same for the same seed, to the bit. With attention it overflows after a few thousand steps. */
    public static Bundle of(MelodyRnnConfiguration configuration, long seed) {
        return bundle(configuration, weights(configuration, seed));
    }

    /** A model for long pieces. */
    public static Bundle calm(MelodyRnnConfiguration configuration, long seed) {
        return bundle(configuration, weights(configuration, seed, CALM_GAIN));
    }

    private static Bundle bundle(MelodyRnnConfiguration configuration, TensorTable weights) {
        try {
            return Bundle.of(
                    configuration, weights, ModelCard.of("tiny-" + configuration.name()), SamplingOptions.DEFAULT);
        } catch (MalformedModelException e) {
            throw new AssertionError(e);
        }
    }

    /** Weights drawn evenly from around zero. */
    public static TensorTable weights(MelodyRnnConfiguration configuration, long seed) {
        return weights(configuration, seed, GAIN);
    }

    private static TensorTable weights(MelodyRnnConfiguration configuration, long seed, double gain) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Tensor> tensors = new ArrayList<>();
        MelodyRnnTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(tensor(name, shape, random, gain)));
        return TensorTable.of(tensors);
    }

    private static Tensor tensor(String name, Shape shape, SeededRandom random, double gain) {
        double bound = gain * StrictMath.sqrt(3.0 / shape.size(0));
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return new Tensor(name, shape, values);
    }
}
