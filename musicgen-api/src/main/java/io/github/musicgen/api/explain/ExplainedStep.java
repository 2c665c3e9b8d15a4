package io.github.musicgen.api.explain;

import java.util.List;
import java.util.OptionalInt;

/**
 * How one event was chosen.
 *
 * @param index steps since the continuation began
 * @param tick where in the music the step lies
 * @param event what was chosen: a pitch, note-off or no-event
 * @param surprise how unlikely the model found it, in nats, without masks and at temperature 1
 * @param alternatives the likeliest classes before the masks, the likeliest first, and the one chosen wherever it stands
 * @param attention what share of its attention the model gave to each of the last steps, the latest first: the one just before this
 *     step, the one before that, and so on beyond the start of the melody; empty for a model without attention
 * @param repeatOf the step that the chosen class says to repeat, if it says that, counted from the start of the melody that the model
 *     was shown; negative if that lies before it
 */
public record ExplainedStep(
        int index,
        long tick,
        int event,
        double surprise,
        List<Alternative> alternatives,
        List<Float> attention,
        OptionalInt repeatOf) {
    /** Copies the lists. */
    public ExplainedStep {
        alternatives = List.copyOf(alternatives);
        attention = List.copyOf(attention);
    }

    /**
     * A class that could have been chosen.
     *
     * @param event what it means
     * @param repeat how many steps back lies what it says to repeat, if it says that
     * @param before its probability at temperature 1, without masks
     * @param after its probability when the draw was made: masked, at the temperature asked for, within top-k and top-p
     * @param chosen whether it was
     */
    public record Alternative(int event, OptionalInt repeat, double before, double after, boolean chosen) {}
}
