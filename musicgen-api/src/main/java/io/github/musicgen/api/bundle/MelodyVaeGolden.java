package io.github.musicgen.api.bundle;

import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeState;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a space of melodies or of drums answered when its bundle was made, so that whoever loads it later, elsewhere, can tell whether it still
 * does.
 *
 * @param melody what was encoded
 * @param mean where it lay
 * @param deviation how far from there it may lie
 * @param sampling how was drawn when the mean was decoded
 * @param seed what was drawn from
 * @param scores of all classes for each of the first steps // [steps][classCount]
 * @param events what was decoded
 */
public record MelodyVaeGolden(
        List<Integer> melody,
        LatentVector mean,
        LatentVector deviation,
        SamplingOptions sampling,
        long seed,
        List<Answer> scores,
        List<Integer> events) {
    /** Above the middle of the range, less half an octave; negative are no-event and note-off. */
    private static final int[] TUNE = {0, -2, 2, -2, 4, -2, -2, -2, 7, -2, 4, -2, 0, -2, -1, -2};

    /** Bass drum and snare in turn, closed hi-hat in eighths, a crash cymbal at last. */
    private static final int[] BEAT = {5, 0, 4, 0, 6, 0, 4, 1, 5, 0, 4, 0, 6, 0, 4, 128};

    private static final long SEED = 42;
    private static final int SCORES = 4;

    /** Copies the lists. */
    public MelodyVaeGolden {
        melody = List.copyOf(melody);
        scores = List.copyOf(scores);
        events = List.copyOf(events);
    }

    /** Records what a model answers. */
    static MelodyVaeGolden record(MelodyVae model, SamplingOptions sampling) {
        MelodyVaeConfiguration configuration = model.configuration();
        int[] events = configuration.contents() instanceof LatentContents.Melodies range ? tune(range) : BEAT;
        List<Integer> melody = new ArrayList<>();
        for (int step = 0; step < configuration.steps(); step++) {
            melody.add(events[step % events.length]);
        }
        return run(model, melody, sampling, SEED, Math.min(SCORES, configuration.steps()));
    }

    private static int[] tune(LatentContents.Melodies range) {
        int base = (range.minPitch() + range.maxPitch() - Pitch.PER_OCTAVE) / 2;
        return Arrays.stream(TUNE)
                .map(event -> event < 0 ? event : base + event)
                .toArray();
    }

    private static MelodyVaeGolden run(
            MelodyVae model, List<Integer> melody, SamplingOptions sampling, long seed, int scoreCount) {
        Posterior posterior =
                model.encode(melody.stream().mapToInt(Integer::intValue).toArray());
        MelodyVaeState state = model.start(posterior.mean());
        Sampler sampler = new Sampler(sampling, state.classCount());
        SeededRandom random = SeededRandom.ofSeed(seed);
        boolean[] allowed = new boolean[state.classCount()];
        Arrays.fill(allowed, true);
        List<Answer> scores = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        while (events.size() < model.configuration().steps()) {
            if (scores.size() < scoreCount) {
                scores.add(Answer.of(state.scores()));
            }
            int event = state.event(sampler.choose(state.scores(), allowed, random));
            events.add(event);
            state.feed(event);
        }
        return new MelodyVaeGolden(melody, posterior.mean(), posterior.deviation(), sampling, seed, scores, events);
    }

    /**
     * Tells where a model answers otherwise than recorded.
     *
     * @param model the model
     * @param exact whether every bit has to be the same, as with the portable engine
     * @return the faults in words, none if all is well
     */
    public List<String> differences(MelodyVae model, boolean exact) {
        MelodyVaeGolden answer = run(model, melody, sampling, seed, scores.size());
        List<String> fault = differences("mean", mean, answer.mean, exact);
        if (fault.isEmpty()) {
            fault = differences("deviation", deviation, answer.deviation, exact);
        }
        for (int step = 0; fault.isEmpty() && step < scores.size(); step++) {
            fault = scores.get(step).differences("step " + step, answer.scores.get(step), exact);
        }
        if (fault.isEmpty() && exact && !events.equals(answer.events)) {
            fault = List.of("events: expected " + events + ", but the model decoded " + answer.events);
        }
        return fault;
    }

    private static List<String> differences(String place, LatentVector expected, LatentVector found, boolean exact) {
        return Answer.of(expected.values()).differences(place, Answer.of(found.values()), exact);
    }

    /** Whether events can be a stretch of a model's. */
    static boolean fits(List<Integer> melody, MelodyVaeConfiguration configuration) {
        return melody.size() == configuration.steps() && melody.stream().allMatch(configuration.contents()::knows);
    }
}
