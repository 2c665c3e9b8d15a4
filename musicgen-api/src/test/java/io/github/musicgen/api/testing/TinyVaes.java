package io.github.musicgen.api.testing;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyvae.DecoderLayers;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;

/** Spaces of melodies and of drums that nobody trained. */
public final class TinyVaes {
    /** Small, with layers of different sizes, so that no two shapes are taken for each other. */
    public static final MelodyVaeConfiguration TINY = MelodyVaeConfiguration.small()
            .withName("tiny")
            .withRange(48, 84)
            .withEncoder(7)
            .withDecoder(9, 6)
            .withLatentSize(5);

    /** The same for three bars: what reads them reads bars first, and a conductor leads what writes them. */
    public static final MelodyVaeConfiguration TINY_BARS = TINY.withName("tiny-bars")
            .withBars(3)
            .withEncoder(new EncoderLayers(List.of(4), List.of(7)))
            .withDecoder(DecoderLayers.flat(9, 6).under(8, 3));

    /** As small, of drums. */
    public static final MelodyVaeConfiguration TINY_DRUMS = MelodyVaeConfiguration.smallDrums()
            .withName("tiny-drums")
            .withEncoder(7)
            .withDecoder(9, 6)
            .withLatentSize(5);

    private static final double GAIN = 2;

    private TinyVaes() {}

    /** A model of a configuration; the same for the same seed, to the bit. */
    public static MelodyVaeBundle of(MelodyVaeConfiguration configuration, long seed) {
        try {
            return MelodyVaeBundle.of(
                    configuration,
                    weights(configuration, seed),
                    ModelCard.of(configuration.name()),
                    SamplingOptions.DEFAULT);
        } catch (MalformedModelException e) {
            throw new AssertionError(e);
        }
    }

    /** Weights drawn evenly from around zero. */
    public static TensorTable weights(MelodyVaeConfiguration configuration, long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Tensor> tensors = new ArrayList<>();
        MelodyVaeTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(tensor(name, shape, random)));
        return TensorTable.of(tensors);
    }

    private static Tensor tensor(String name, Shape shape, SeededRandom random) {
        double bound = GAIN * StrictMath.sqrt(3.0 / shape.size(0));
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return new Tensor(name, shape, values);
    }
}
