package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.score.MeasureElement.VerseSyllable;
import java.util.List;

/**
 * A note that sounds, at its place within its measure, in units.
 *
 * @param voice its voice and staff
 * @param graceSlot its place among grace notes that follow each other, counted from 0
 * @param graceSlots how many there are; 0 if it is no grace note
 */
record TimedNote(
        long offset,
        long duration,
        int pitch,
        int velocity,
        String voice,
        boolean tieStop,
        boolean tieStart,
        int graceSlot,
        int graceSlots,
        List<VerseSyllable> lyrics) {

    boolean grace() {
        return graceSlots > 0;
    }

    long end() {
        return offset + duration;
    }

    TimedNote withTimes(long newOffset, long newEnd) {
        return new TimedNote(
                newOffset,
                newEnd - newOffset,
                pitch,
                velocity,
                voice,
                tieStop,
                tieStart,
                graceSlot,
                graceSlots,
                lyrics);
    }

    TimedNote withVelocity(int newVelocity) {
        return new TimedNote(
                offset, duration, pitch, newVelocity, voice, tieStop, tieStart, graceSlot, graceSlots, lyrics);
    }

    TimedNote withGraceSlot(int slot, int slots) {
        return new TimedNote(offset, duration, pitch, velocity, voice, tieStop, tieStart, slot, slots, lyrics);
    }

    /** The same note an octave away or so, without its words. */
    TimedNote doubled(int newPitch) {
        return new TimedNote(
                offset, duration, newPitch, velocity, voice, tieStop, tieStart, graceSlot, graceSlots, List.of());
    }
}
