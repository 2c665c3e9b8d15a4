package io.github.musicgen.api.bundle;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a model answered when its bundle was made, so that whoever loads it later, elsewhere, can tell whether it still does. The
 * events are those of the model: in its key and its range.
 *
 * @param primer what it was primed with
 * @param sampling how was drawn
 * @param seed what was drawn from
 * @param scores its scores of all classes after the primer and after each of the first events // [steps][classCount]
 * @param events what it went on with
 */
public record Golden(
        List<Integer> primer, SamplingOptions sampling, long seed, List<Answer> scores, List<Integer> events) {
    /** Above the middle of the range, less half an octave; negative are no-event and note-off. */
    private static final List<Integer> PRIMER = List.of(0, -2, 2, -2, 4, -2, -2, -2, 7, -2, 4, -2, 0, -2, -1, -2);

    private static final long SEED = 42;
    private static final int SCORES = 4;
    private static final int EVENTS = 32;

    /** Copies the lists. */
    public Golden {
        primer = List.copyOf(primer);
        scores = List.copyOf(scores);
        events = List.copyOf(events);
        if (primer.isEmpty()) {
            throw new IllegalArgumentException("a golden section must have a primer, but it was empty");
        }
    }

    /**
     * Records what a model answers.
     *
     * @param model the model
     * @param sampling how to draw
     * @return what it answers
     */
    static Golden record(MelodyRnn model, SamplingOptions sampling) {
        int base = (model.configuration().minPitch() + model.configuration().maxPitch() - Pitch.PER_OCTAVE) / 2;
        List<Integer> primer =
                PRIMER.stream().map(event -> event < 0 ? event : base + event).toList();
        return run(model, primer, sampling, SEED, SCORES, EVENTS);
    }

    /** What a model answers to this primer. */
    private Golden replay(MelodyRnn model) {
        return run(model, primer, sampling, seed, scores.size(), events.size());
    }

    private static Golden run(
            MelodyRnn model,
            List<Integer> primer,
            SamplingOptions sampling,
            long seed,
            int scoreCount,
            int eventCount) {
        MelodyRnnState state = model.start();
        primer.forEach(state::feed);
        Sampler sampler = new Sampler(sampling, state.classCount());
        SeededRandom random = SeededRandom.ofSeed(seed);
        boolean[] allowed = new boolean[state.classCount()];
        Arrays.fill(allowed, true);
        List<Answer> scores = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        while (events.size() < eventCount) {
            if (scores.size() < scoreCount) {
                scores.add(Answer.of(state.scores()));
            }
            int event = state.event(sampler.choose(state.scores(), allowed, random));
            events.add(event);
            state.feed(event);
        }
        return new Golden(primer, sampling, seed, scores, events);
    }

    /**
     * Tells where a model answers otherwise than recorded.
     *
     * @param model the model
     * @param exact whether every bit has to be the same, as with the portable engine
     * @return the faults in words, none if all is well
     */
    public List<String> differences(MelodyRnn model, boolean exact) {
        Golden answer = replay(model);
        for (int step = 0; step < scores.size(); step++) {
            List<String> fault = scores.get(step).differences("step " + step, answer.scores.get(step), exact);
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        if (exact && !events.equals(answer.events)) {
            return List.of("events: expected " + events + ", but the model went on with " + answer.events);
        }
        return Collections.emptyList();
    }
}
