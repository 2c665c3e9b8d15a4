package io.github.musicgen.examples.cli.jam;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody played before the model answers: one note at a time, the first in step 0.
 *
 * @param notes at least one, in order
 */
record Call(List<StepNote> notes) {
    Call {
        notes = List.copyOf(notes);
    }

    /** Of notes that may overlap: each ends where the next one starts, and of two in one step the later is meant. */
    static Call of(List<StepNote> played) {
        List<StepNote> single = new ArrayList<>();
        for (StepNote note : played) {
            if (!single.isEmpty()) {
                StepNote before = single.remove(single.size() - 1).shortenedTo(note.start());
                if (before.end() > before.start()) {
                    single.add(before);
                }
            }
            single.add(note);
        }
        return new Call(single);
    }

    int endStep() {
        return notes.get(notes.size() - 1).end();
    }
}
