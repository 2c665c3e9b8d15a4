package io.github.musicgen.api.explain;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/** What an event is called in a picture, in four letters at most. */
final class EventName {
    private EventName() {}

    static String of(int event) {
        if (event == Melody.NO_EVENT) {
            return "–";
        }
        if (event == Melody.NOTE_OFF) {
            return "off";
        }
        return event <= Pitch.MAX ? Pitch.nameOf(event) : "?";
    }
}
