package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.score.Mark;
import io.github.musicgen.midi.musicxml.score.Meter;
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

    /** The same measure, played so that it takes another length. */
    TimedMeasure stretchedTo(long newLength) {
        List<TimedNote> newNotes = notes.stream()
                .map(note -> note.withTimes(stretch(note.offset(), newLength), stretch(note.end(), newLength)))
                .toList();
        List<TimedMark> newMarks = marks.stream()
                .map(mark -> new TimedMark(stretch(mark.offset(), newLength), mark.mark()))
                .toList();
        return new TimedMeasure(newLength, meter, newNotes, newMarks);
    }

    private long stretch(long offset, long newLength) {
        return Math.round((double) offset * newLength / length);
    }

    /** A mark and when it is met. */
    record TimedMark(long offset, Mark mark) {}
}
