package io.github.musicgen.api.testing;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.bandvae.PatchSize;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bands that nobody trained. */
public final class TinyBands {
    private static final List<PatchSize> PATCHES =
            List.of(new PatchSize(5, 4, 4), new PatchSize(6, 2, 3), new PatchSize(7, 2, 2));

    /** Three instruments that know when notes start and which segments come again, on pitches 48 to 71. */
    public static final BandVaeConfiguration TINY = new BandVaeConfiguration(
            "tiny",
            4,
            16,
            List.of(
                    new BandInstrument("piano", 0, false, 48, 24, PATCHES),
                    new BandInstrument("bass", 32, false, 24, 24, PATCHES),
                    new BandInstrument(
                            "drums",
                            0,
                            true,
                            BandInstrument.DRUM_CLASSES,
                            9,
                            List.of(new PatchSize(5, 4, 9), new PatchSize(6, 4, 1)))),
            3,
            List.of(8, 7),
            List.of(9),
            true,
            List.of(1, 2),
            false,
            0.4);

    /** The same as the thesis has it: what sounds, and no chances. */
    public static final BandVaeConfiguration TINY_THESIS = new BandVaeConfiguration(
            "tiny-thesis", 2, 16, TINY.instruments(), 3, List.of(8), List.of(9), false, List.of(), false, 0.3);

    /** The first one, in one key: C major and A minor. */
    public static final BandVaeConfiguration TINY_IN_C = new BandVaeConfiguration(
            "tiny-in-c",
            TINY.stepsPerQuarter(),
            TINY.steps(),
            TINY.instruments(),
            TINY.latentSize(),
            TINY.leaderUnits(),
            TINY.followerUnits(),
            TINY.onsets(),
            TINY.lags(),
            true,
            TINY.threshold());

    private static final double GAIN = 1.5;
    private static final float CHANGES = 0.05f;

    private TinyBands() {}

    /** A band of a configuration; the same for the same seed, to the bit. */
    public static BandVaeBundle of(BandVaeConfiguration configuration, long seed) {
        try {
            return BandVaeBundle.of(
                    configuration,
                    weights(configuration, seed),
                    ModelCard.of(configuration.name()),
                    SamplingOptions.DEFAULT);
        } catch (MalformedModelException e) {
            throw new AssertionError(e);
        }
    }

    /** Weights drawn evenly from around zero; repetition keeps cells. */
    public static TensorTable weights(BandVaeConfiguration configuration, long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Tensor> tensors = new ArrayList<>();
        BandVaeTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(tensor(name, shape, random)));
        return TensorTable.of(tensors);
    }

    private static Tensor tensor(String name, Shape shape, SeededRandom random) {
        float[] values = new float[shape.values()];
        if (name.endsWith(".again")) {
            Arrays.fill(values, CHANGES);
            for (int state = 0; state < BandVaeTensors.STATES; state++) {
                values[state * (BandVaeTensors.STATES + 1)] = 1 - 2 * CHANGES;
            }
            return new Tensor(name, shape, values);
        }
        double bound = GAIN * StrictMath.sqrt(3.0 / shape.size(0));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return new Tensor(name, shape, values);
    }
}
