package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.representation.melody.Melody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in melodies, against what a model had found likeliest. The first step of each melody is given, not judged.
 *
 * <pre>{@code
 * Confusion confusion = Confusion.of(model, CorpusSplit.melodies(split.validation()));
 * long wrong = confusion.count(Confusion.Event.NOTE_ON, Confusion.Guess.OTHER_NOTE);
 * }</pre>
 */
public final class Confusion {
    /** What happened in a step. */
    public enum Event {
        /** A note began. */
        NOTE_ON,
        /** A note ended in silence. */
        NOTE_OFF,
        /** Nothing changed. */
        NO_EVENT;

        static Event of(int event) {
            return switch (event) {
                case Melody.NO_EVENT -> NO_EVENT;
                case Melody.NOTE_OFF -> NOTE_OFF;
                default -> NOTE_ON;
            };
        }
    }

    /** What the model had found likeliest. */
    public enum Guess {
        /** The very note that began. */
        SAME_NOTE,
        /** A note that did not begin. */
        OTHER_NOTE,
        /** The end of a note in silence. */
        NOTE_OFF,
        /** Nothing. */
        NO_EVENT;

        static Guess of(int likeliest, int event) {
            return switch (likeliest) {
                case Melody.NO_EVENT -> NO_EVENT;
                case Melody.NOTE_OFF -> NOTE_OFF;
                default -> likeliest == event ? SAME_NOTE : OTHER_NOTE;
            };
        }
    }

    private final Map<Cell, Long> counts = new HashMap<>();

    private record Cell(Event event, Guess guess) {}

    private Confusion() {}

    /**
     * Asks a model, about several melodies at once. The result does not depend on how many.
     *
     * @param model the model
     * @param melodies as they are written, on the model's grid; they are moved into its key and range
     * @return how often what was taken for what
     */
    public static Confusion of(MelodyRnn model, List<Melody> melodies) {
        ModelMelodies shown = new ModelMelodies(model.configuration());
        Confusion sum = new Confusion();
        melodies.parallelStream()
                .map(melody -> alongOne(model, shown.squash(melody)))
                .toList()
                .forEach(sum::add);
        return sum;
    }

    private static Confusion alongOne(MelodyRnn model, Melody melody) {
        Confusion confusion = new Confusion();
        EventChances chances = new EventChances(model.configuration().encoding().classCount());
        MelodyRnnState run = model.start();
        for (int step = 0; step < melody.length(); step++) {
            int event = melody.event(step);
            if (step > 0) {
                chances.read(run);
                confusion.count(new Cell(Event.of(event), Guess.of(chances.likeliest(), event)), 1);
            }
            run.feed(event);
        }
        return confusion;
    }

    private void add(Confusion other) {
        other.counts.forEach(this::count);
    }

    private void count(Cell cell, long steps) {
        counts.merge(cell, steps, Long::sum);
    }

    /**
     * How often one was taken for the other.
     *
     * @param event what happened
     * @param guess what the model had found likeliest
     * @return steps
     */
    public long count(Event event, Guess guess) {
        return counts.getOrDefault(new Cell(event, guess), 0L);
    }

    /**
     * How often something happened.
     *
     * @param event what happened
     * @return steps
     */
    public long steps(Event event) {
        long steps = 0;
        for (Guess guess : Guess.values()) {
            steps += count(event, guess);
        }
        return steps;
    }

    /**
     * How many steps were judged.
     *
     * @return all steps but the first of each melody
     */
    public long steps() {
        return steps(Event.NOTE_ON) + steps(Event.NOTE_OFF) + steps(Event.NO_EVENT);
    }
}
