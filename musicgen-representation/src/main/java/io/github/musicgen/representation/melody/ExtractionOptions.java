package io.github.musicgen.representation.melody;

/**
 * What a {@link MelodyExtractor} takes for a melody. Bars are those of the meter where a melody starts.
 *
 * @param minBars the fewest bars a melody may have
 * @param truncateSteps the length that longer melodies are cut to, {@link #NO_LIMIT} for none
 * @param discardSteps the length beyond which melodies are given up, {@link #NO_LIMIT} for none
 * @param minPitchClasses the fewest different pitch classes a melody may have
 * @param gapBars bars of silence that end a melody, more than 0; infinity for none
 * @param ignorePolyphonicNotes whether, of several notes that start together, the highest is kept, not the whole part given up
 * @param padEnd whether a melody is prolonged to the next bar line, and truncated at one
 * @param filterDrums whether parts of drums are passed over
 * @param filterUnpitched whether parts of sound effects and unpitched drums (programs 96 to 103 and 112 to 127) are passed over
 * @param splitAtMeterChanges whether no melody goes on beyond a change of meter
 */
public record ExtractionOptions(
        int minBars,
        int truncateSteps,
        int discardSteps,
        int minPitchClasses,
        double gapBars,
        boolean ignorePolyphonicNotes,
        boolean padEnd,
        boolean filterDrums,
        boolean filterUnpitched,
        boolean splitAtMeterChanges) {

    /** No limit of steps. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final int TRAINING_BARS = 7;
    private static final int TRAINING_STEPS = 512;
    private static final int TRAINING_PITCH_CLASSES = 5;

    /** Checks the limits. */
    public ExtractionOptions {
        requireNotNegative("fewest bars", minBars);
        requireNotNegative("steps to truncate to", truncateSteps);
        requireNotNegative("steps to discard beyond", discardSteps);
        requireNotNegative("fewest pitch classes", minPitchClasses);
        if (!(gapBars > 0)) {
            throw new IllegalArgumentException("bars of a gap must be more than 0, but was " + gapBars);
        }
    }

    /**
     * What Magenta trains melody models on: seven bars or more of five pitch classes or more, strictly one note at a time, cut
     * after 512 steps, ended by a bar of silence or a change of meter.
     *
     * @return the options
     */
    public static ExtractionOptions training() {
        return new ExtractionOptions(
                TRAINING_BARS, TRAINING_STEPS, NO_LIMIT, TRAINING_PITCH_CLASSES, 1, false, false, true, false, true);
    }

    /**
     * What Magenta takes from a primer: the whole part, the highest note of each step.
     *
     * @return the options
     */
    public static ExtractionOptions generation() {
        return new ExtractionOptions(
                0, NO_LIMIT, NO_LIMIT, 1, Double.POSITIVE_INFINITY, true, false, true, false, false);
    }

    /**
     * Options like these, one by one changed.
     *
     * @return a builder that starts from these options
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static void requireNotNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, but was " + value);
        }
    }

    /** Changes options one by one. */
    public static final class Builder {
        private int minBars;
        private int truncateSteps;
        private int discardSteps;
        private int minPitchClasses;
        private double gapBars;
        private boolean ignorePolyphonicNotes;
        private boolean padEnd;
        private boolean filterDrums;
        private boolean filterUnpitched;
        private boolean splitAtMeterChanges;

        private Builder(ExtractionOptions options) {
            minBars = options.minBars;
            truncateSteps = options.truncateSteps;
            discardSteps = options.discardSteps;
            minPitchClasses = options.minPitchClasses;
            gapBars = options.gapBars;
            ignorePolyphonicNotes = options.ignorePolyphonicNotes;
            padEnd = options.padEnd;
            filterDrums = options.filterDrums;
            filterUnpitched = options.filterUnpitched;
            splitAtMeterChanges = options.splitAtMeterChanges;
        }

        /**
         * Sets the fewest bars a melody may have.
         *
         * @param newMinBars the value
         * @return this builder
         */
        public Builder minBars(int newMinBars) {
            minBars = newMinBars;
            return this;
        }

        /**
         * Sets the length that longer melodies are cut to.
         *
         * @param newTruncateSteps the value
         * @return this builder
         */
        public Builder truncateSteps(int newTruncateSteps) {
            truncateSteps = newTruncateSteps;
            return this;
        }

        /**
         * Sets the length beyond which melodies are given up.
         *
         * @param newDiscardSteps the value
         * @return this builder
         */
        public Builder discardSteps(int newDiscardSteps) {
            discardSteps = newDiscardSteps;
            return this;
        }

        /**
         * Sets the fewest different pitch classes a melody may have.
         *
         * @param newMinPitchClasses the value
         * @return this builder
         */
        public Builder minPitchClasses(int newMinPitchClasses) {
            minPitchClasses = newMinPitchClasses;
            return this;
        }

        /**
         * Sets bars of silence that end a melody.
         *
         * @param newGapBars the value
         * @return this builder
         */
        public Builder gapBars(double newGapBars) {
            gapBars = newGapBars;
            return this;
        }

        /**
         * Says whether the highest of several notes that start together is kept.
         *
         * @param newIgnorePolyphonicNotes the value
         * @return this builder
         */
        public Builder ignorePolyphonicNotes(boolean newIgnorePolyphonicNotes) {
            ignorePolyphonicNotes = newIgnorePolyphonicNotes;
            return this;
        }

        /**
         * Says whether a melody is prolonged to the next bar line.
         *
         * @param newPadEnd the value
         * @return this builder
         */
        public Builder padEnd(boolean newPadEnd) {
            padEnd = newPadEnd;
            return this;
        }

        /**
         * Says whether parts of drums are passed over.
         *
         * @param newFilterDrums the value
         * @return this builder
         */
        public Builder filterDrums(boolean newFilterDrums) {
            filterDrums = newFilterDrums;
            return this;
        }

        /**
         * Says whether parts of unpitched programs are passed over.
         *
         * @param newFilterUnpitched the value
         * @return this builder
         */
        public Builder filterUnpitched(boolean newFilterUnpitched) {
            filterUnpitched = newFilterUnpitched;
            return this;
        }

        /**
         * Says whether no melody goes on beyond a change of meter.
         *
         * @param newSplitAtMeterChanges the value
         * @return this builder
         */
        public Builder splitAtMeterChanges(boolean newSplitAtMeterChanges) {
            splitAtMeterChanges = newSplitAtMeterChanges;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public ExtractionOptions build() {
            return new ExtractionOptions(
                    minBars,
                    truncateSteps,
                    discardSteps,
                    minPitchClasses,
                    gapBars,
                    ignorePolyphonicNotes,
                    padEnd,
                    filterDrums,
                    filterUnpitched,
                    splitAtMeterChanges);
        }
    }
}
