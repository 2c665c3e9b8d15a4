package io.github.musicgen.midi.abc;

import io.github.musicgen.midi.abc.report.AbcNotice;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;

/**
 * A tune of a tune book.
 *
 * @param number its reference number, from the field {@code X:}; 0 if it has none
 * @param sequence its music, with all repeats played
 * @param notices what was skipped or repaired while reading it, in the order it was met
 */
public record AbcTune(int number, NoteSequence sequence, List<AbcNotice> notices) {

    /** Copies the list. */
    public AbcTune {
        notices = List.copyOf(notices);
    }
}
