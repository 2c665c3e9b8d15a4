package io.github.musicgen.midi;

import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;

/**
 * The music of a file, and what was strange about it.
 *
 * @param sequence the music
 * @param notices everything that was dropped or had to be interpreted, track by track
 */
public record MidiReading(NoteSequence sequence, List<MidiNotice> notices) {

    /** Copies the list. */
    public MidiReading {
        notices = List.copyOf(notices);
    }
}
