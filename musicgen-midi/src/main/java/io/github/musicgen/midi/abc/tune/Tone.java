package io.github.musicgen.midi.abc.tune;

/**
 * One note of a sound.
 *
 * @param written what stands on the staff
 * @param alteration its semitones, whether written, in the key, or earlier in the bar
 * @param pitch the MIDI pitch that sounds
 * @param length its own length, which within a chord may differ from that of the chord
 * @param tied whether the next note at this pitch continues it
 */
public record Tone(StaffNote written, int alteration, int pitch, long length, boolean tied) {

    public Tone withTie() {
        return new Tone(written, alteration, pitch, length, true);
    }

    public Tone withLength(long newLength) {
        return new Tone(written, alteration, pitch, newLength, tied);
    }
}
