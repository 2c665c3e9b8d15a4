package io.github.musicgen.midi.musicxml.writing;

import io.github.musicgen.midi.musicxml.notation.NotationTime;

/**
 * Something beside the notes and where it stands.
 *
 * @param position where, in units of {@link NotationTime}
 * @param writer what writes it
 */
record NotationEvent(long position, Writer writer) {

    /** Writes an event some divisions behind the cursor. */
    @FunctionalInterface
    interface Writer {
        void write(XmlText xml, long offset);
    }
}
