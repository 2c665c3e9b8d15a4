package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.Pitch;

/** The rules of single events and of arrays of them; the array of a melody is checked once and then trusted. */
final class MelodyEvents {
    private MelodyEvents() {}

    static int require(int event, int step) {
        if (event < Melody.NO_EVENT || event > Pitch.MAX) {
            throw new IllegalArgumentException("event of a melody must be " + Melody.NO_EVENT + ".." + Pitch.MAX
                    + ", but was " + event + " at step " + step);
        }
        return event;
    }

    static int requireLength(int length) {
        if (length < 0 || length > Melody.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "length of a melody must be 0.." + Melody.MAX_LENGTH + " steps, but was " + length);
        }
        return length;
    }

    /** A narrower range would have no place for some pitch classes. */
    static void requireOctave(int minPitch, int maxPitch) {
        if (minPitch < Pitch.MIN || maxPitch > Pitch.MAX + 1 || maxPitch - minPitch < Pitch.PER_OCTAVE) {
            throw new IllegalArgumentException("range of a melody must lie within 0..128 and hold an octave, but was "
                    + minPitch + ".." + maxPitch);
        }
    }

    /** A pitch moved by octaves to the nearest place in a range. */
    static int fold(long pitch, int minPitch, int maxPitch) {
        if (pitch < minPitch) {
            return minPitch + Math.floorMod(pitch - minPitch, Pitch.PER_OCTAVE);
        }
        if (pitch >= maxPitch) {
            return maxPitch - Pitch.PER_OCTAVE + Math.floorMod(pitch - maxPitch, Pitch.PER_OCTAVE);
        }
        return (int) pitch;
    }

    static void silenceLeadingNoteOffs(byte[] events) {
        for (int i = 0; i < events.length && events[i] < Pitch.MIN; i++) {
            events[i] = Melody.NO_EVENT;
        }
    }

    static boolean soundsAtEnd(byte[] events) {
        for (int i = events.length - 1; i >= 0; i--) {
            if (events[i] != Melody.NO_EVENT) {
                return events[i] != Melody.NOTE_OFF;
            }
        }
        return false;
    }

    /** Bars and quarters of any stretch, of melodies and of drums. */
    static void requireMeter(int stepsPerBar, int stepsPerQuarter) {
        if (stepsPerBar < 1 || stepsPerQuarter < 1) {
            throw new IllegalArgumentException("steps per bar and per quarter must be at least 1, but were "
                    + stepsPerBar + " and " + stepsPerQuarter);
        }
    }
}
