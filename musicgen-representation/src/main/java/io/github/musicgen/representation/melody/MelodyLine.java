package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.Arrays;
import java.util.List;

/**
 * Notes that follow one another, on the way to a melody. It takes memory for each note, not for each step, so that what is too
 * long can be told before it is written out.
 *
 * @param section where it starts, and so what its bars are
 * @param notes its notes, each of which ends at the start of the next one or before
 */
record MelodyLine(MeterSection section, List<QuantizedNote> notes) {

    int startStep() {
        return section.barLineBefore(notes.get(0).startStep());
    }

    /** Where its last note ends. */
    int endStep() {
        return notes.get(notes.size() - 1).endStep();
    }

    int length() {
        return endStep() - startStep();
    }

    /** Its length with silence up to the next bar line. */
    long paddedLength() {
        return length() + (long) Math.floorMod(-length(), section.stepsPerBar());
    }

    /** Pitch classes within its first steps. */
    int pitchClasses(long steps) {
        int classes = 0;
        for (QuantizedNote note : notes) {
            if (note.startStep() - startStep() < steps) {
                classes |= 1 << (note.pitch() % Pitch.PER_OCTAVE);
            }
        }
        return Integer.bitCount(classes);
    }

    /** The first steps of it, or all of it and silence after it. */
    Melody toMelody(int steps) {
        byte[] events = new byte[steps];
        Arrays.fill(events, (byte) Melody.NO_EVENT);
        for (QuantizedNote note : notes) {
            write(note, events);
        }
        return Melody.ofTrusted(events)
                .withStartStep(startStep())
                .withMeter(section.stepsPerBar(), section.grid().steps());
    }

    private void write(QuantizedNote note, byte[] events) {
        int start = note.startStep() - startStep();
        int end = note.endStep() - startStep();
        if (start < events.length) {
            events[start] = (byte) note.pitch();
        }
        if (end < events.length) {
            events[end] = Melody.NOTE_OFF;
        }
    }
}
