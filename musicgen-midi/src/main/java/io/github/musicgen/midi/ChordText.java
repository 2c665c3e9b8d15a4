package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.TextKind;

/**
 * How chord symbols travel in a Standard MIDI File, which has no event for them: as a text event that begins with {@code chord: }.
 */
final class ChordText {

    private static final String PREFIX = "chord: ";

    private ChordText() {}

    static MetaEvent event(long tick, String chord) {
        return MetaEvent.text(tick, TextKind.TEXT, PREFIX + chord);
    }

    static boolean isChord(String text) {
        return text.startsWith(PREFIX);
    }

    static String chord(String text) {
        return text.substring(PREFIX.length());
    }
}
