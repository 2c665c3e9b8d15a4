package io.github.musicgen.api.explain;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/** What an event is called in a picture. */
final class EventName {
    private EventName() {}

    /** In four letters at most. */
    static String of(int event) {
        if (event == Melody.NO_EVENT) {
            return "–";
        }
        if (event == Melody.NOTE_OFF) {
            return "off";
        }
        return event <= Pitch.MAX ? Pitch.nameOf(event) : "?";
    }

    static String inWords(int event) {
        if (event == Melody.NO_EVENT) {
            return "no event";
        }
        return event == Melody.NOTE_OFF ? "note-off" : of(event);
    }
}
