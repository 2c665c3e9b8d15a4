package io.github.musicgen.bench;

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

/** The networks that are timed. Their weights are drawn from a seed: what a step costs does not depend on what they were taught. */
public enum NamedModel {
    /** Magenta's basic RNN as it trains by default. */
    BASIC_128,
    /** Magenta's lookback RNN as it trains by default. */
    LOOKBACK_128,
    /** Magenta's attention RNN as it trains by default. */
    ATTENTION_128,
    /** Small. */
    BASIC_64,
    /** Twice the default. */
    BASIC_256,
    /** Large. */
    BASIC_512;

    private MelodyRnnConfiguration configuration() {
        return switch (this) {
            case BASIC_64 -> MelodyRnnConfiguration.basicRnn().withLayers(64, 64);
            case BASIC_128 -> MelodyRnnConfiguration.basicRnn();
            case BASIC_256 -> MelodyRnnConfiguration.basicRnn().withLayers(256, 256);
            case BASIC_512 -> MelodyRnnConfiguration.basicRnn().withLayers(512, 512, 512);
            case LOOKBACK_128 -> MelodyRnnConfiguration.lookbackRnn();
            case ATTENTION_128 -> MelodyRnnConfiguration.attentionRnn();
        };
    }

    /** The weights as every rival is given them. */
    public Bundle bundle() {
        MelodyRnnConfiguration configuration = configuration();
        SeededRandom random = SeededRandom.ofSeed(1);
        List<Tensor> tensors = new ArrayList<>();
        MelodyRnnTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(new Tensor(name, shape, values(shape, random))));
        try {
            return Bundle.of(configuration, TensorTable.of(tensors), ModelCard.of(name()), SamplingOptions.DEFAULT);
        } catch (MalformedModelException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the size that keeps the size of signals. */
    private static float[] values(Shape shape, SeededRandom random) {
        double bound = Math.sqrt(3.0 / shape.size(0));
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
