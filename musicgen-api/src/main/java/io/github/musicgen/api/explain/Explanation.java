package io.github.musicgen.api.explain;

import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;

/**
 * What a model considered when it made a continuation.
 *
 * @param music the primer and its continuation
 * @param startTick where the continuation begins
 * @param endTick where it ends
 * @param melodyStartTick where the melody begins that the model was shown, on which attention and repeats look back
 * @param steps one for each step of the continuation
 */
public record Explanation(
        NoteSequence music, long startTick, long endTick, long melodyStartTick, List<ExplainedStep> steps) {
    /** Copies the list. */
    public Explanation {
        steps = List.copyOf(steps);
    }
}
