package io.github.musicgen.midi.smf;

import io.github.musicgen.midi.format.MalformedMusicException;

/** A Standard MIDI File breaks the rules of the format; says in which track and at which byte. */
public final class MalformedMidiException extends MalformedMusicException {

    private static final long serialVersionUID = 1L;

    /** The track counted from 1, or 0 outside any track. */
    private final int track;

    /** The byte counted from 0 at the start of the input. */
    private final long offset;

    /**
     * Creates an exception with a message such as {@code track 3, byte 118: note-on without status}.
     *
     * @param track the track counted from 1 in the order of the file, or 0 for a fault outside any track
     * @param offset the byte counted from 0 at the start of the input
     * @param problem what is wrong, naming the value and the bound it breaks
     */
    public MalformedMidiException(int track, long offset, String problem) {
        super(place(track, offset), problem);
        this.track = track;
        this.offset = offset;
    }

    /**
     * Returns the track in which the fault is.
     *
     * @return the track counted from 1 in the order of the file, or 0 for a fault outside any track
     */
    public int track() {
        return track;
    }

    /**
     * Returns the byte at which the fault was seen.
     *
     * @return the byte counted from 0 at the start of the input
     */
    public long offset() {
        return offset;
    }

    static String place(int track, long offset) {
        return track == 0 ? "byte " + offset : "track " + track + ", byte " + offset;
    }
}
