package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;

/**
 * How much melodies that are drawn from a space are like those that people wrote, in MGEval's features.
 *
 * @param overlap of drawn melodies with held-out ones, 0 to 1
 * @param heldOut of other held-out ones with these: the yardstick
 */
public record LatentDraws(double overlap, double heldOut) {
    /** So few melodies cannot be compared. */
    public static final int LEAST = 4;

    private static final int MOST = 200;

    /**
     * Draws as many as are compared.
     *
     * @param model the model
     * @param sampling how to draw
     * @param melodies those held out, at least {@link #LEAST}
     * @param seed of what is drawn
     * @return how alike they are
     */
    public static LatentDraws of(MelodyVae model, SamplingOptions sampling, List<Melody> melodies, long seed) {
        if (melodies.size() < LEAST) {
            throw new IllegalArgumentException(
                    "there must be " + LEAST + " melodies to compare with, but were " + melodies.size());
        }
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Melody> mixed = new ArrayList<>(melodies); // those of a piece are alike
        random.shuffle(mixed);
        int count = Math.min(MOST, mixed.size() / 2);
        List<Melody> known = mixed.subList(0, count);
        List<Melody> real = mixed.subList(count, 2 * count);
        MusicComparison comparison = MusicComparison.of(known, draw(model, sampling, count, random), real);
        return new LatentDraws(comparison.overlap(), comparison.overlapHeldOut());
    }

    private static List<Melody> draw(MelodyVae model, SamplingOptions sampling, int count, SeededRandom random) {
        FreeEvents free = new FreeEvents(model, sampling, random);
        List<Melody> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MelodyVaeState state = model.start(model.prior().draw(random));
            int[] events = new int[model.configuration().steps()];
            for (int step = 0; step < events.length; step++) {
                events[step] = free.feed(state);
            }
            drawn.add(Melody.of(events));
        }
        return drawn;
    }
}
