package io.github.musicgen.models.evaluation.features;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.List;

/**
 * The notes of a melody, one after another.
 *
 * @param notes in the order of time, counted in steps from the start of the melody, which is taken for a bar line
 * @param stepsPerQuarter the grid
 * @param stepsPerBar the meter
 */
public record NoteLine(List<QuantizedNote> notes, int stepsPerQuarter, int stepsPerBar) {
    /** Copies the list. */
    public NoteLine {
        notes = List.copyOf(notes);
    }

    /**
     * The notes of a melody.
     *
     * @param melody the melody
     * @return its notes; one that sounds at the end of the melody ends there
     */
    public static NoteLine of(Melody melody) {
        return new NoteLine(
                melody.withStartStep(0).toQuantizedPart().notes(), melody.stepsPerQuarter(), melody.stepsPerBar());
    }

    boolean isEmpty() {
        return notes.isEmpty();
    }

    int size() {
        return notes.size();
    }

    int pitch(int note) {
        return notes.get(note).pitch();
    }

    int start(int note) {
        return notes.get(note).startStep();
    }

    int end(int note) {
        return notes.get(note).endStep();
    }

    /** In steps. */
    int length(int note) {
        return end(note) - start(note);
    }
}
