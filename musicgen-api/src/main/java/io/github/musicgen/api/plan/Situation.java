package io.github.musicgen.api.plan;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.function.IntPredicate;

/**
 * Where a continuation begins.
 *
 * @param steps how long it will be
 * @param stepsPerQuarter its grid
 * @param firstStep the step of the music that it begins at
 * @param known the notes that the model can play
 * @param tonic the pitch class that music comes home to, if no key is wished for
 * @param lastPitch the note struck last before it begins, or {@link #NONE}
 * @param run how often that note was struck in a row
 */
public record Situation(
        int steps, int stepsPerQuarter, int firstStep, EventSet known, int tonic, int lastPitch, int run) {
    /** No note was struck. */
    public static final int NONE = -1;

    /**
     * Describes a situation.
     *
     * @param steps how long the continuation will be
     * @param known which pitches the model can play
     * @param tonic the pitch class that music comes home to, if no key is wished for
     * @param before what was played, whose end is where the continuation begins
     * @return the situation
     */
    public static Situation after(Melody before, int steps, IntPredicate known, int tonic) {
        int lastPitch = NONE;
        int run = 0;
        for (int i = before.length() - 1; i >= 0; i--) {
            int event = before.event(i);
            if (event >= Pitch.MIN && lastPitch == NONE) {
                lastPitch = event;
            }
            if (event >= Pitch.MIN && event != lastPitch) {
                break;
            }
            run += event >= Pitch.MIN ? 1 : 0;
        }
        return new Situation(
                steps, before.stepsPerQuarter(), before.endStep(), EventSet.ofPitches(known), tonic, lastPitch, run);
    }

    /** The same for a model that can play everything. */
    Situation withAllPitches() {
        return new Situation(steps, stepsPerQuarter, firstStep, EventSet.ALL_PITCHES, tonic, lastPitch, run);
    }
}
