package io.github.musicgen.midi.musicxml;

import io.github.musicgen.representation.sequence.Note;

/** A note that is being played and may still get longer by a tie, or shorter by grace notes. Times are in units. */
final class SoundingNote {
    final int pitch;
    final int velocity;
    final String voice;
    final long start;
    long end;
    boolean tied;

    SoundingNote(int pitch, int velocity, String voice, long start, long end) {
        this.pitch = pitch;
        this.velocity = velocity;
        this.voice = voice;
        this.start = start;
        this.end = end;
    }

    Note toNote(TimeBase timeBase) {
        return new Note(pitch, velocity, timeBase.ticks(start), timeBase.ticks(end));
    }
}
