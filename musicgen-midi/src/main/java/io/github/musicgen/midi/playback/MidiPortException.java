package io.github.musicgen.midi.playback;

import java.io.IOException;

/** A MIDI port that was asked for is not there, or cannot be opened; says which ones there are. */
public final class MidiPortException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what was asked for, and what there is
     */
    public MidiPortException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what was asked for, and what is wrong with it
     * @param cause what the system said
     */
    public MidiPortException(String message, Throwable cause) {
        super(message, cause);
    }
}
