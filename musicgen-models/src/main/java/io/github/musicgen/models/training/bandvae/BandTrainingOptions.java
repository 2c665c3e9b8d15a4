package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.models.training.course.AdamSteps;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.Bounds;

/**
 * How a band is trained. The same options, pieces and seed give the same weights on the same machine.
 *
 * @param batchSize how many segments are learned at once
 * @param learningRate of Adam, at first
 * @param leastLearningRate where it ends
 * @param decay what is left of the difference of the two after a step
 * @param clip the most for the root of the sum of all squares of a gradient
 * @param beta how much the divergence of points counts beside the reconstruction
 * @param averaging how much of the average of earlier weights stays in the average after a step
 * @param epochs how often an autoencoder learns all segments at most
 * @param nextEpochs how often all successions of segments, and what is heard of others, are learned at most
 * @param patience after how many epochs without progress on other pieces to stop
 * @param dropout the part of hidden units that is dropped where the next segment is learned, and of others that are hidden where it is
 *     learned what they tell
 * @param semitones all music is learned up to so many semitones higher and lower, too; a band of one key learns so what its instruments
 *     play, and what follows what in that key alone
 * @param seed of everything that is drawn
 */
public record BandTrainingOptions(
        int batchSize,
        double learningRate,
        double leastLearningRate,
        double decay,
        double clip,
        double beta,
        double averaging,
        int epochs,
        int nextEpochs,
        int patience,
        double dropout,
        int semitones,
        long seed) {
    private static final int MAX_SEMITONES = 11;

    /** Checks the bounds. */
    public BandTrainingOptions {
        Bounds.require("batch size", batchSize, 1, Batches.MAX_SIZE);
        Bounds.requirePositive("least learning rate", leastLearningRate);
        Bounds.require("learning rate", learningRate, leastLearningRate, 1);
        Bounds.require("decay", decay, 0, 1);
        Bounds.requirePositive("clip", clip);
        Bounds.require("beta", beta, 0, 1000);
        Bounds.requireFraction("averaging", averaging);
        Bounds.requirePositive("epochs", epochs);
        Bounds.requirePositive("epochs of what is next", nextEpochs);
        Bounds.requirePositive("patience", patience);
        Bounds.requireFraction("dropout", dropout);
        Bounds.require("semitones", semitones, 0, MAX_SEMITONES);
    }

    /**
     * What the band that comes along was trained with.
     *
     * @return the options
     */
    public static BandTrainingOptions usual() {
        return new BandTrainingOptions(32, 2e-3, 1e-4, 0.9997, 50, 1, 0.995, 120, 40, 8, 0.5, 5, 1);
    }

    /**
     * The same with the dropout of the thesis.
     *
     * @return the options
     */
    public static BandTrainingOptions thesis() {
        return usual().toBuilder().dropout(0.2).build();
    }

    double learningRateAt(long step) {
        return AdamSteps.rateAt(step, learningRate, leastLearningRate, decay);
    }

    /**
     * Options like these, one by one changed.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Changes options one by one. Values are checked when they are built. */
    public static final class Builder {
        private int batchSize;
        private double learningRate;
        private double leastLearningRate;
        private double decay;
        private double clip;
        private double beta;
        private double averaging;
        private int epochs;
        private int nextEpochs;
        private int patience;
        private double dropout;
        private int semitones;
        private long seed;

        private Builder(BandTrainingOptions options) {
            batchSize = options.batchSize;
            learningRate = options.learningRate;
            leastLearningRate = options.leastLearningRate;
            decay = options.decay;
            clip = options.clip;
            beta = options.beta;
            averaging = options.averaging;
            epochs = options.epochs;
            nextEpochs = options.nextEpochs;
            patience = options.patience;
            dropout = options.dropout;
            semitones = options.semitones;
            seed = options.seed;
        }

        /**
         * How many segments are learned at once.
         *
         * @param newBatchSize how many segments are learned at once
         * @return this
         */
        public Builder batchSize(int newBatchSize) {
            batchSize = newBatchSize;
            return this;
        }

        /**
         * The learning rate of Adam, at first.
         *
         * @param newLearningRate of Adam, at first
         * @return this
         */
        public Builder learningRate(double newLearningRate) {
            learningRate = newLearningRate;
            return this;
        }

        /**
         * Where the learning rate ends.
         *
         * @param newLeastLearningRate where it ends
         * @return this
         */
        public Builder leastLearningRate(double newLeastLearningRate) {
            leastLearningRate = newLeastLearningRate;
            return this;
        }

        /**
         * How fast it comes there.
         *
         * @param newDecay what is left of the difference of the two after a step
         * @return this
         */
        public Builder decay(double newDecay) {
            decay = newDecay;
            return this;
        }

        /**
         * How large gradients may be.
         *
         * @param newClip the most for the root of the sum of all squares of a gradient
         * @return this
         */
        public Builder clip(double newClip) {
            clip = newClip;
            return this;
        }

        /**
         * How much the divergence of points counts.
         *
         * @param newBeta how much it counts beside the reconstruction
         * @return this
         */
        public Builder beta(double newBeta) {
            beta = newBeta;
            return this;
        }

        /**
         * How much earlier weights count in what is kept.
         *
         * @param newAveraging how much of the average of earlier weights stays in the average after a step
         * @return this
         */
        public Builder averaging(double newAveraging) {
            averaging = newAveraging;
            return this;
        }

        /**
         * How often an autoencoder learns all segments.
         *
         * @param newEpochs how often at most
         * @return this
         */
        public Builder epochs(int newEpochs) {
            epochs = newEpochs;
            return this;
        }

        /**
         * How often all successions of segments are learned.
         *
         * @param newNextEpochs how often at most
         * @return this
         */
        public Builder nextEpochs(int newNextEpochs) {
            nextEpochs = newNextEpochs;
            return this;
        }

        /**
         * When to stop.
         *
         * @param newPatience after how many epochs without progress on other pieces to stop
         * @return this
         */
        public Builder patience(int newPatience) {
            patience = newPatience;
            return this;
        }

        /**
         * What is dropped where the next segment is learned.
         *
         * @param newDropout the part of hidden units
         * @return this
         */
        public Builder dropout(double newDropout) {
            dropout = newDropout;
            return this;
        }

        /**
         * How far music is moved into other keys.
         *
         * @param newSemitones how far up and down, 0 for the keys as they are
         * @return this
         */
        public Builder semitones(int newSemitones) {
            semitones = newSemitones;
            return this;
        }

        /**
         * What is drawn.
         *
         * @param newSeed of everything that is drawn
         * @return this
         */
        public Builder seed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /**
         * The options as they are now.
         *
         * @return the options
         * @throws IllegalArgumentException if one is out of bounds
         */
        public BandTrainingOptions build() {
            return new BandTrainingOptions(
                    batchSize,
                    learningRate,
                    leastLearningRate,
                    decay,
                    clip,
                    beta,
                    averaging,
                    epochs,
                    nextEpochs,
                    patience,
                    dropout,
                    semitones,
                    seed);
        }
    }
}
