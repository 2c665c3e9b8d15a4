package io.github.musicgen.representation.melody;

/** What a {@link MelodyExtractor} found at one place: a melody, or the reason why there is none. */
public sealed interface MelodyResult {

    /**
     * Where it was found.
     *
     * @return the step of the music
     */
    int step();

    /**
     * A melody.
     *
     * @param melody the melody
     * @param fullLength steps that it had before it was truncated; its own length if it was not
     */
    record Extracted(Melody melody, long fullLength) implements MelodyResult {
        @Override
        public int step() {
            return melody.startStep();
        }

        /**
         * Whether there was more of it than the limit let through.
         *
         * @return whether it was truncated
         */
        public boolean truncated() {
            return fullLength > melody.length();
        }
    }

    /**
     * No melody.
     *
     * @param reason why
     * @param step where
     * @param message the reason in words, with the value that was found and the bound that it missed
     */
    record Rejected(Reason reason, int step, String message) implements MelodyResult {}

    /** Why notes make no melody. */
    enum Reason {
        /** The part has no notes. */
        NO_NOTES,
        /** Its pitches mean drums. */
        DRUMS,
        /** Its program is a sound effect or an unpitched drum. */
        UNPITCHED,
        /** A bar is not a whole number of steps. */
        FRACTIONAL_BAR,
        /** Two notes start at one step. The rest of the part, up to the next change of meter, is given up. */
        POLYPHONIC,
        /** It has too few bars. */
        TOO_SHORT,
        /** It has too many steps. */
        TOO_LONG,
        /** It has too few pitch classes. */
        TOO_FEW_PITCHES,
        /** Notes lie between the end of a melody and the bar line where the next one may start. */
        BEFORE_BAR_LINE
    }
}
