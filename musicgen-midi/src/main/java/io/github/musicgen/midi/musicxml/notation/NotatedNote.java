package io.github.musicgen.midi.musicxml.notation;

/**
 * A note at its place in the notation.
 *
 * @param start where it begins, in units of {@link NotationTime}
 * @param end where it ends, behind that
 * @param startTick where it began in the sequence
 */
public record NotatedNote(int pitch, int velocity, long start, long end, long startTick) {}
