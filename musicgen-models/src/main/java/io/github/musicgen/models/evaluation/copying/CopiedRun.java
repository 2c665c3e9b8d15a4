package io.github.musicgen.models.evaluation.copying;

/**
 * Consecutive notes that two melodies share: the same lengths and the same intervals, in whatever key.
 *
 * @param notes how many, at least 2; 0 if there are none
 * @param piece a piece that has them, empty if there is none
 */
public record CopiedRun(int notes, String piece) {
    /** Nothing shared. */
    public static final CopiedRun NONE = new CopiedRun(0, "");
}
