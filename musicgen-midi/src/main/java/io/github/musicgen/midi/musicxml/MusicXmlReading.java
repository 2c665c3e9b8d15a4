package io.github.musicgen.midi.musicxml;

import io.github.musicgen.midi.musicxml.report.MusicXmlNotice;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;

/**
 * The music of a score, and what was strange about it.
 *
 * @param sequence the music, with all repeats played
 * @param notices everything that was dropped or had to be interpreted, in the order it was met
 */
public record MusicXmlReading(NoteSequence sequence, List<MusicXmlNotice> notices) {

    /** Copies the list. */
    public MusicXmlReading {
        notices = List.copyOf(notices);
    }
}
