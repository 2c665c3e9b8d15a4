package io.github.musicgen.api.run;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Optional;

/** Until when each pitch sounds in a part. None can start there while it still does. */
final class RingingPitches {
    private final long[] ends = new long[Pitch.MAX + 1];

    void add(Note note) {
        ends[note.pitch()] = Math.max(ends[note.pitch()], note.endTick());
    }

    /** What is left of a note when its pitch is free; nothing if it ends before. Otherwise it sounds from then on. */
    Optional<Note> whenFree(Note note) {
        long start = Math.max(note.startTick(), ends[note.pitch()]);
        if (start >= note.endTick()) {
            return Optional.empty();
        }
        add(note);
        return Optional.of(note.withTicks(start, note.endTick()));
    }
}
