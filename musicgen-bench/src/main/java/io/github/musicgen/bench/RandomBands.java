package io.github.musicgen.bench;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bands of random weights: a song takes them as long as trained ones, or longer, since they play more notes. */
final class RandomBands {
    private static final Map<String, BandVaeConfiguration> NAMED =
            Map.of("band", BandVaeConfiguration.band(), "thesis", BandVaeConfiguration.thesis());

    private RandomBands() {}

    static boolean isNamed(String name) {
        return NAMED.containsKey(name);
    }

    static Band named(String name) {
        BandVaeConfiguration configuration = NAMED.getOrDefault(name, BandVaeConfiguration.band());
        SeededRandom random = SeededRandom.ofSeed(1);
        List<Tensor> tensors = new ArrayList<>();
        BandVaeTensors.schema(configuration).shapes().forEach((tensor, shape) -> {
            double deviation = Math.sqrt(2.0 / shape.size(0));
            float[] values = new float[shape.values()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.endsWith(".again") ? 1 / 3f : (float) (deviation * random.nextGaussian());
            }
            tensors.add(new Tensor(tensor, shape, values));
        });
        try {
            return Band.of(BandVaeBundle.of(
                    configuration, TensorTable.of(tensors), ModelCard.of(name), SamplingOptions.DEFAULT));
        } catch (MalformedModelException e) {
            throw new IllegalStateException("the weights are those of the configuration", e);
        }
    }
}
