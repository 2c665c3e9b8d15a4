package io.github.musicgen.representation.sequence;

import java.util.List;

/**
 * Music for expected values that were given in seconds, such as those of note-seq's tests: 60 quarters per minute at 1000 ticks
 * per quarter, so that a tick is a millisecond.
 */
final class Seconds {
    static final int TICKS_PER_QUARTER = 1000;

    private Seconds() {}

    static long tick(double seconds) {
        return Math.round(seconds * TICKS_PER_QUARTER);
    }

    static NoteSequence.Builder music() {
        return NoteSequence.builder(TICKS_PER_QUARTER).tempo(0, 60);
    }

    static NoteSequence music(Part... parts) {
        NoteSequence.Builder builder = music();
        for (Part part : parts) {
            builder.part(part);
        }
        return builder.build();
    }

    static Note note(int pitch, int velocity, double start, double end) {
        return new Note(pitch, velocity, tick(start), tick(end));
    }

    static Part part(Note... notes) {
        return Part.builder("").notes(List.of(notes)).build();
    }

    static ControlChange control(double seconds, int controller, int value) {
        return new ControlChange(tick(seconds), controller, value);
    }

    static ChordSymbol chord(double seconds, String text) {
        return new ChordSymbol(tick(seconds), text);
    }
}
