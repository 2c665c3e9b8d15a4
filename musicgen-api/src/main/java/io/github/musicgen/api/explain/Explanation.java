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
 * @param stepsPerQuarter how many steps of the model make a quarter note
 * @param steps one for each step of the continuation
 */
public record Explanation(
        NoteSequence music,
        long startTick,
        long endTick,
        long melodyStartTick,
        int stepsPerQuarter,
        List<ExplainedStep> steps) {
    /** Copies the list. */
    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * How much of the melody the model was shown before it chose anything.
     *
     * @return steps
     */
    public int stepsBefore() {
        return (int) Math.round((double) (startTick - melodyStartTick) * stepsPerQuarter / music.ticksPerQuarter());
    }

    /**
     * Where in the music a step of the melody lies.
     *
     * @param step counted from the start of the melody, as {@link ExplainedStep#repeatOf} counts; it may lie before that or in the
     *     continuation
     * @return the tick nearest to it
     */
    public long tickOf(long step) {
        double steps = step - stepsBefore();
        return startTick + Math.round(steps * music.ticksPerQuarter() / stepsPerQuarter);
    }
}
