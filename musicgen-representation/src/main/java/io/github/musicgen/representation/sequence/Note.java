package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Ticks;

/**
 * A note. Notes are ordered by start, then pitch, end and velocity.
 *
 * @param pitch MIDI pitch, 0 to 127; middle C (C4) is 60
 * @param velocity how hard it is struck, 1 to 127
 * @param startTick where it begins
 * @param endTick where it ends, not before it begins; a note may have no length
 */
public record Note(int pitch, int velocity, long startTick, long endTick) implements Comparable<Note> {
    /** Checks all components. */
    public Note {
        Pitch.require(pitch);
        Requirements.requireRange("velocity", velocity, 1, Requirements.MAX_SEVEN_BITS);
        Ticks.require("start of a note", startTick);
        Ticks.require("end of a note", endTick);
        if (endTick < startTick) {
            throw new IllegalArgumentException(
                    "end of a note must not lie before its start, tick " + startTick + ", but was " + endTick);
        }
    }

    /**
     * How long it sounds.
     *
     * @return ticks
     */
    public long durationTicks() {
        return endTick - startTick;
    }

    /**
     * The same note with another pitch.
     *
     * @param newPitch the pitch
     * @return the note
     */
    public Note withPitch(int newPitch) {
        return new Note(newPitch, velocity, startTick, endTick);
    }

    /**
     * The same note at another time.
     *
     * @param newStartTick where it begins
     * @param newEndTick where it ends
     * @return the note
     */
    public Note withTicks(long newStartTick, long newEndTick) {
        return new Note(pitch, velocity, newStartTick, newEndTick);
    }

    @Override
    public int compareTo(Note other) {
        int order = Long.compare(startTick, other.startTick);
        order = order != 0 ? order : Integer.compare(pitch, other.pitch);
        order = order != 0 ? order : Long.compare(endTick, other.endTick);
        return order != 0 ? order : Integer.compare(velocity, other.velocity);
    }
}
