package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.QuantizedPart;

/**
 * A stretch of music on a grid, as one event for each step: a {@link Melody} or a {@link DrumPattern}. A value.
 *
 * @param <T> the kind itself
 */
public sealed interface Stretch<T extends Stretch<T>> permits Melody, DrumPattern {
    /**
     * How long it is.
     *
     * @return steps, one for each event
     */
    int length();

    /**
     * The event at a step, in the numbers of its kind.
     *
     * @param index steps from its start
     * @return the event
     * @throws IndexOutOfBoundsException if it has no such step
     */
    int event(int index);

    /**
     * All events.
     *
     * @return a copy
     */
    int[] events();

    /**
     * Whether anything is struck at a step.
     *
     * @param index steps from its start
     * @return whether a note or a drum begins there
     * @throws IndexOutOfBoundsException if it has no such step
     */
    boolean strikesAt(int index);

    /**
     * Where in the music it starts.
     *
     * @return the step of the first event
     */
    int startStep();

    /**
     * Where in the music it ends.
     *
     * @return the step after the last event
     */
    default int endStep() {
        return startStep() + length();
    }

    /**
     * Its meter.
     *
     * @return steps in a bar
     */
    int stepsPerBar();

    /**
     * Its grid.
     *
     * @return steps in a quarter note
     */
    int stepsPerQuarter();

    /**
     * Whether anything is struck at all.
     *
     * @return false if it is silent
     */
    default boolean hasNote() {
        for (int step = 0; step < length(); step++) {
            if (strikesAt(step)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Other events at the same place, in the same meter and on the same grid.
     *
     * @param events as many as it shall be long
     * @return the stretch
     */
    T withEvents(int... events);

    /**
     * The same events from another step on.
     *
     * @param newStartStep where in the music the first event lies
     * @return the stretch
     */
    T withStartStep(int newStartStep);

    /**
     * The same events in another meter or on another grid.
     *
     * @param newStepsPerBar steps in a bar, at least 1
     * @param newStepsPerQuarter steps in a quarter note, at least 1
     * @return the stretch
     */
    T withMeter(int newStepsPerBar, int newStepsPerQuarter);

    /**
     * A part of it.
     *
     * @param from the first step, counted from its start
     * @param to the step after the last one
     * @return the part, which starts at the step of the music where it did
     */
    T slice(int from, int to);

    /**
     * Its notes as a part without a name, of velocity 100.
     *
     * @return the part, whose notes lie where the stretch starts in the music
     */
    QuantizedPart toQuantizedPart();

    /**
     * Its notes as music of one part, of velocity 100. The meter is that of its bars, 4/4 if no time signature has such bars;
     * quantized to its grid, the music has the same notes at the same steps.
     *
     * @param quartersPerMinute the tempo
     * @return the music
     * @throws IllegalArgumentException if a quarter has more steps than ticks can tell apart, 32,767
     */
    default NoteSequence toNoteSequence(double quartersPerMinute) {
        return MelodyNotes.toNoteSequence(this, quartersPerMinute);
    }
}
