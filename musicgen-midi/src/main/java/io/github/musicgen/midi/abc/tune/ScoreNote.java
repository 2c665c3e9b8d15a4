package io.github.musicgen.midi.abc.tune;

/**
 * A note of the score, before repeats are played.
 *
 * @param time where it begins; of a grace note where its main note begins
 * @param length how long it is
 * @param pitch its MIDI pitch
 * @param velocity how hard it is struck
 * @param tied whether the note at this pitch that follows at once continues it
 * @param graceSlot its place among the grace notes before one main note, counted from 0
 * @param graceSlots how many there are; 0 if it is no grace note
 */
public record ScoreNote(long time, long length, int pitch, int velocity, boolean tied, int graceSlot, int graceSlots) {

    static ScoreNote of(long time, int velocity, Tone tone) {
        return new ScoreNote(time, tone.length(), tone.pitch(), velocity, tone.tied(), 0, 0);
    }

    static ScoreNote grace(long mainTime, int velocity, Tone tone, int slot, int slots) {
        return new ScoreNote(mainTime, 0, tone.pitch(), velocity, false, slot, slots);
    }

    public boolean isGrace() {
        return graceSlots > 0;
    }
}
