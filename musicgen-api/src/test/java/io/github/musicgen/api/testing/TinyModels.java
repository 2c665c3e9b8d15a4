package io.github.musicgen.api.testing;

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
import java.util.function.ToDoubleFunction;

/** Models that nobody trained: weights drawn from a seed, large enough that answers differ from step to step. */
public final class TinyModels {
    /** Twice what keeps the size of a signal, so that probabilities are far from equal. */
    private static final double GAIN = 2;

    /** Attention adds what it read to what it will read: more than this, and its outputs grow from step to step without end. */
    private static final double FEEDBACK_GAIN = 0.5;

    private TinyModels() {}

    /** A model of a configuration; the same for the same seed, to the bit. */
    public static Bundle of(MelodyRnnConfiguration configuration, long seed) {
        try {
            return Bundle.of(
                    configuration,
                    weights(configuration, seed),
                    ModelCard.of("tiny-" + configuration.name()),
                    SamplingOptions.DEFAULT);
        } catch (MalformedModelException e) {
            throw new AssertionError(e);
        }
    }

    /** Weights drawn evenly from around zero. */
    public static TensorTable weights(MelodyRnnConfiguration configuration, long seed) {
        return weights(configuration, seed, name -> name.startsWith("attention.output_mix") ? FEEDBACK_GAIN : GAIN);
    }

    /** The same, by how much each tensor lets a signal grow: 1 keeps its size. */
    public static TensorTable weights(MelodyRnnConfiguration configuration, long seed, ToDoubleFunction<String> gain) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Tensor> tensors = new ArrayList<>();
        MelodyRnnTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(tensor(name, shape, gain.applyAsDouble(name), random)));
        return TensorTable.of(tensors);
    }

    private static Tensor tensor(String name, Shape shape, double gain, SeededRandom random) {
        double bound = gain * StrictMath.sqrt(3.0 / shape.size(0));
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return new Tensor(name, shape, values);
    }
}
