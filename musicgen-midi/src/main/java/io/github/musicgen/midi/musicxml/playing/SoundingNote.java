package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.representation.sequence.Note;

/** A note that is being played and may still get longer by a tie, or shorter by grace notes behind its chord. In units. */
final class SoundingNote {
    final int pitch;
    final int velocity;
    final String voice;
    final VoiceChord chord;
    final long start;
    long end;

    SoundingNote(int pitch, int velocity, String voice, VoiceChord chord, long start) {
        this.pitch = pitch;
        this.velocity = velocity;
        this.voice = voice;
        this.chord = chord;
        this.start = start;
        this.end = start;
    }

    Note toNote(TimeBase timeBase) {
        return new Note(pitch, velocity, timeBase.ticks(start), timeBase.ticks(end));
    }
}
