package io.github.musicgen.midi.files;

import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;

/**
 * The music of a file, and what was strange about it.
 *
 * @param sequence the music
 * @param notices everything that was repaired, dropped or had to be interpreted: a sentence each, with its place
 */
public record MusicReading(NoteSequence sequence, List<String> notices) {
    /** Copies the list. */
    public MusicReading {
        notices = List.copyOf(notices);
    }
}
