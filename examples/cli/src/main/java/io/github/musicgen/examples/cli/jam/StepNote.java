package io.github.musicgen.examples.cli.jam;

/**
 * A note on the steps of a model.
 *
 * @param pitch as MIDI counts
 * @param velocity how hard it is struck
 * @param start the step it starts in, from 0 where the call started
 * @param end the step it ends before
 */
record StepNote(int pitch, int velocity, int start, int end) {
    /** A note that somebody played without telling how hard. */
    static final int VELOCITY = 90;

    StepNote shortenedTo(int newEnd) {
        return new StepNote(pitch, velocity, start, Math.min(end, newEnd));
    }
}
