package io.github.musicgen.midi.playback;

/** Hears what comes from a {@link MidiInput}. */
@FunctionalInterface
public interface LiveListener {
    /**
     * Something was played. Called by a thread of the system, which should return soon: what comes next waits.
     *
     * @param event what, and when
     */
    void played(LiveEvent event);
}
