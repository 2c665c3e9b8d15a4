package io.github.musicgen.midi.abc;

/**
 * A note of the score, before repeats are played.
 *
 * @param time where it begins
 * @param length how long it is
 * @param pitch its MIDI pitch
 * @param velocity how hard it is struck
 * @param tied whether the note at this pitch that follows at once continues it
 */
record ScoreNote(long time, long length, int pitch, int velocity, boolean tied) {}
