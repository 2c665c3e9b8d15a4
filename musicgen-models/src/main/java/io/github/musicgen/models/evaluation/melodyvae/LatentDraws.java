package io.github.musicgen.models.evaluation.melodyvae;

import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.models.evaluation.MusicComparison;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * How much what is drawn from a space is like what people wrote or played: of melodies in MGEval's features, of drums in how often each is
 * struck at each step.
 *
 * @param overlap of drawn stretches with held-out ones, 0 to 1
 * @param heldOut of other held-out ones with these: the yardstick
 */
public record LatentDraws(double overlap, double heldOut) {
    /** So few stretches cannot be compared. */
    public static final int LEAST = 4;

    private static final int MOST = 200;

    /** Compares equally many known, drawn and other real stretches. */
    private interface Comparison<T> {
        LatentDraws of(List<T> known, List<T> drawn, List<T> real);
    }

    /**
     * Draws as many melodies as are compared.
     *
     * @param model the model
     * @param sampling how to draw
     * @param melodies those held out, at least {@link #LEAST}
     * @param seed of what is drawn
     * @return how alike they are
     */
    public static LatentDraws of(MelodyVae model, SamplingOptions sampling, List<Melody> melodies, long seed) {
        return of(model, sampling, melodies, seed, (known, drawn, real) -> {
            MusicComparison comparison = MusicComparison.of(known, drawn, real);
            return new LatentDraws(comparison.overlap(), comparison.overlapHeldOut());
        });
    }

    /**
     * Draws as many drum patterns as are compared.
     *
     * @param model the model
     * @param sampling how to draw
     * @param patterns those held out, at least {@link #LEAST}
     * @param seed of what is drawn
     * @return how alike they are
     */
    public static LatentDraws ofDrums(
            MelodyVae model, SamplingOptions sampling, List<DrumPattern> patterns, long seed) {
        return of(model, sampling, patterns, seed, (known, drawn, real) -> {
            StrikeRates rates = StrikeRates.of(known);
            return new LatentDraws(rates.overlap(StrikeRates.of(drawn)), rates.overlap(StrikeRates.of(real)));
        });
    }

    private static <T extends Stretch<T>> LatentDraws of(
            MelodyVae model, SamplingOptions sampling, List<T> stretches, long seed, Comparison<T> comparison) {
        if (stretches.size() < LEAST) {
            throw new IllegalArgumentException("there must be " + LEAST + " "
                    + model.configuration().contents().plural() + " to compare with, but were " + stretches.size());
        }
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<T> mixed = new ArrayList<>(stretches); // those of a piece are alike
        random.shuffle(mixed);
        int count = Math.min(MOST, mixed.size() / 2);
        List<T> known = mixed.subList(0, count);
        FreeEvents free = new FreeEvents(model, sampling, random);
        List<T> drawn = new ArrayList<>();
        for (T any : known) {
            drawn.add(any.withEvents(draw(model, free, random)));
        }
        return comparison.of(known, drawn, mixed.subList(count, 2 * count));
    }

    private static int[] draw(MelodyVae model, FreeEvents free, SeededRandom random) {
        MelodyVaeState state = model.start(model.prior().draw(random));
        int[] events = new int[model.configuration().steps()];
        for (int step = 0; step < events.length; step++) {
            events[step] = free.feed(state);
        }
        return events;
    }
}
