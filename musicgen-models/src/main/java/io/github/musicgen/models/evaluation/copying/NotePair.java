package io.github.musicgen.models.evaluation.copying;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.List;

/**
 * Two neighboring notes, in no key. Two melodies share n notes exactly if they share n - 1 such pairs.
 *
 * @param length of the first note, in steps
 * @param interval to the second, in semitones
 * @param nextLength of the second note, in steps
 */
record NotePair(int length, int interval, int nextLength) {
    /** All pairs of a melody, in order. */
    static List<NotePair> of(Melody melody) {
        List<QuantizedNote> notes = melody.withStartStep(0).toQuantizedPart().notes();
        List<NotePair> pairs = new ArrayList<>();
        for (int i = 1; i < notes.size(); i++) {
            QuantizedNote one = notes.get(i - 1);
            QuantizedNote next = notes.get(i);
            pairs.add(new NotePair(length(one), next.pitch() - one.pitch(), length(next)));
        }
        return pairs;
    }

    private static int length(QuantizedNote note) {
        return note.endStep() - note.startStep();
    }
}
