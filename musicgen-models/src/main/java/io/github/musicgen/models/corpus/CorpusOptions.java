package io.github.musicgen.models.corpus;

import io.github.musicgen.representation.melody.ExtractionOptions;
import java.util.Optional;

/**
 * What is taken from the files of a corpus, and what is done with the rest.
 *
 * <pre>{@code
 * CorpusOptions options = CorpusOptions.training().toBuilder()
 *         .parts(new PartChoice.VocalLine())
 *         .splitLongMelodies(true)
 *         .build();
 * }</pre>
 *
 * @param extraction what is taken for a melody; where long melodies are split, {@code truncateSteps} is the length of the pieces
 * @param stepsPerQuarter the grid
 * @param parts which parts are looked at
 * @param splitLongMelodies whether melodies that are too long are split at a bar line, not truncated
 * @param range the pitches that melodies may have, if there is a limit
 * @param dropDuplicates whether a melody that was there before, in whatever key, is left out
 * @param maxFileBytes the largest file that is read, and the most that a file of an archive may inflate to
 */
public record CorpusOptions(
        ExtractionOptions extraction,
        int stepsPerQuarter,
        PartChoice parts,
        boolean splitLongMelodies,
        Optional<PitchRange> range,
        boolean dropDuplicates,
        long maxFileBytes) {
    /** The largest file that is read unless said otherwise: 32 MiB. */
    public static final long DEFAULT_MAX_FILE_BYTES = 1L << 25;

    /** The finest grid. */
    public static final int MAX_STEPS_PER_QUARTER = 96;

    private static final int DEFAULT_STEPS_PER_QUARTER = 4;
    private static final int ARRAY_OVERHEAD = 16;

    /** Checks the limits. */
    public CorpusOptions {
        if (stepsPerQuarter < 1 || stepsPerQuarter > MAX_STEPS_PER_QUARTER) {
            throw new IllegalArgumentException(
                    "steps per quarter must be 1.." + MAX_STEPS_PER_QUARTER + ", but were " + stepsPerQuarter);
        }
        if (maxFileBytes < 1 || maxFileBytes > Integer.MAX_VALUE - ARRAY_OVERHEAD) {
            throw new IllegalArgumentException("the largest file must have 1.." + (Integer.MAX_VALUE - ARRAY_OVERHEAD)
                    + " bytes, but had " + maxFileBytes);
        }
        if (splitLongMelodies && extraction.truncateSteps() < 1) {
            throw new IllegalArgumentException(
                    "melodies can be split into 1 step or more, but not into " + extraction.truncateSteps());
        }
    }

    /**
     * What Magenta trains its melody models on: {@link ExtractionOptions#training()} of every part, four steps per quarter.
     *
     * @return the options
     */
    public static CorpusOptions training() {
        return new CorpusOptions(
                ExtractionOptions.training(),
                DEFAULT_STEPS_PER_QUARTER,
                new PartChoice.All(),
                false,
                Optional.empty(),
                false,
                DEFAULT_MAX_FILE_BYTES);
    }

    /**
     * Options like these, one by one changed.
     *
     * @return a builder that starts from these options
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Changes options one by one. */
    public static final class Builder {
        private ExtractionOptions extraction;
        private int stepsPerQuarter;
        private PartChoice parts;
        private boolean splitLongMelodies;
        private Optional<PitchRange> range;
        private boolean dropDuplicates;
        private long maxFileBytes;

        private Builder(CorpusOptions options) {
            extraction = options.extraction;
            stepsPerQuarter = options.stepsPerQuarter;
            parts = options.parts;
            splitLongMelodies = options.splitLongMelodies;
            range = options.range;
            dropDuplicates = options.dropDuplicates;
            maxFileBytes = options.maxFileBytes;
        }

        /**
         * Sets what is taken for a melody.
         *
         * @param newExtraction the value
         * @return this builder
         */
        public Builder extraction(ExtractionOptions newExtraction) {
            extraction = newExtraction;
            return this;
        }

        /**
         * Sets the grid.
         *
         * @param newStepsPerQuarter the value
         * @return this builder
         */
        public Builder stepsPerQuarter(int newStepsPerQuarter) {
            stepsPerQuarter = newStepsPerQuarter;
            return this;
        }

        /**
         * Sets which parts are looked at.
         *
         * @param newParts the value
         * @return this builder
         */
        public Builder parts(PartChoice newParts) {
            parts = newParts;
            return this;
        }

        /**
         * Says whether melodies that are too long are split.
         *
         * @param newSplitLongMelodies the value
         * @return this builder
         */
        public Builder splitLongMelodies(boolean newSplitLongMelodies) {
            splitLongMelodies = newSplitLongMelodies;
            return this;
        }

        /**
         * Sets the pitches that melodies may have.
         *
         * @param newRange the value
         * @return this builder
         */
        public Builder range(PitchRange newRange) {
            range = Optional.of(newRange);
            return this;
        }

        /**
         * Says whether a melody that was there before is left out.
         *
         * @param newDropDuplicates the value
         * @return this builder
         */
        public Builder dropDuplicates(boolean newDropDuplicates) {
            dropDuplicates = newDropDuplicates;
            return this;
        }

        /**
         * Sets the largest file that is read.
         *
         * @param newMaxFileBytes the value
         * @return this builder
         */
        public Builder maxFileBytes(long newMaxFileBytes) {
            maxFileBytes = newMaxFileBytes;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public CorpusOptions build() {
            return new CorpusOptions(
                    extraction, stepsPerQuarter, parts, splitLongMelodies, range, dropDuplicates, maxFileBytes);
        }
    }
}
