package io.github.musicgen.midi.smf;

/**
 * A fault of a file, and what was done about it.
 *
 * @param track the track counted from 1 in the order of the file, or 0 for a fault outside any track
 * @param offset the byte counted from 0 at the start of the input
 * @param fault what is wrong there
 * @param repair what was done instead of refusing the file
 */
public record MidiRepair(int track, long offset, String fault, String repair) {

    /**
     * Says where the fault is.
     *
     * @return the place in words, such as {@code track 3, byte 118}
     */
    public String place() {
        return MalformedMidiException.place(track, offset);
    }

    /** Reads as a sentence, such as {@code track 3, byte 118: data byte 0x3C without status; skipped 1 byte}. */
    @Override
    public String toString() {
        return place() + ": " + fault + "; " + repair;
    }
}
