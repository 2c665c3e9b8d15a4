package io.github.musicgen.midi.musicxml;

import java.util.List;

/**
 * A measure of one part in which everything has its time, in units from its start.
 *
 * @param length how far it reaches; 0 if there is nothing in it
 * @param meter the meter that holds in it
 * @param notes in order of time
 * @param marks in order of time, none beyond the length
 */
record TimedMeasure(long length, Meter meter, List<TimedNote> notes, List<TimedMark> marks) {

    /** A mark and when it is met. */
    record TimedMark(long offset, Mark mark) {}
}
