package io.github.musicgen.models.corpus;

/**
 * The pitches that melodies may have as they are written. Models need no such limit: what a model is shown is moved into its own
 * range in any case.
 *
 * @param minPitch the lowest pitch
 * @param maxPitch the pitch above the highest, at least an octave above the lowest
 * @param moveByOctaves whether melodies outside are moved by octaves, as a whole where that is enough, not left out
 */
public record PitchRange(int minPitch, int maxPitch, boolean moveByOctaves) {
    private static final int OCTAVE = 12;
    private static final int PITCHES = 128;

    /** Checks the range. */
    public PitchRange {
        if (minPitch < 0 || maxPitch > PITCHES || maxPitch - minPitch < OCTAVE) {
            throw new IllegalArgumentException("range of a corpus must lie within 0.." + PITCHES
                    + " and hold an octave, but was " + minPitch + ".." + maxPitch);
        }
    }
}
