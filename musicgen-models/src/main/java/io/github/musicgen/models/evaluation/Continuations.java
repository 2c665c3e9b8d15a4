package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a model makes of openings: at temperature 1 and without masks, so that it is the model that is judged and nothing else. */
final class Continuations {
    private Continuations() {}

    /**
     * Lets a model go on, several pieces at once. A piece depends on the seed and its number alone.
     *
     * @param openings in the model's key and range; they come round again if there are fewer than pieces
     */
    static List<Melody> of(MelodyRnn model, List<Opening> openings, int pieces, int steps, long seed) {
        return IntStream.range(0, pieces)
                .parallel()
                .mapToObj(piece -> continuation(
                        model,
                        openings.get(piece % openings.size()).primer(),
                        steps,
                        SeededRandom.ofSeed(seed + piece)))
                .toList();
    }

    private static Melody continuation(MelodyRnn model, Melody primer, int steps, SeededRandom random) {
        MelodyRnnState run = model.start();
        for (int i = 0; i < primer.length(); i++) {
            run.feed(primer.event(i));
        }
        Sampler sampler = new Sampler(SamplingOptions.DEFAULT, run.classCount());
        boolean[] allowed = new boolean[run.classCount()];
        Arrays.fill(allowed, true);
        int[] events = new int[steps];
        for (int step = 0; step < steps; step++) {
            events[step] = run.event(sampler.choose(run.scores(), allowed, random));
            run.feed(events[step]);
        }
        return Melody.of(events).withMeter(primer.stepsPerBar(), primer.stepsPerQuarter());
    }
}
