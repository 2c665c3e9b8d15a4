package io.github.musicgen.midi.smf;

/** Whether a written file leaves out a status byte that equals the one before it. Every reader has to understand both. */
public enum RunningStatus {
    /** Leave it out where the format allows it; files get about a quarter smaller. */
    USED,
    /** Write every status byte. */
    UNUSED
}
