package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.layers.sequence.LossWeight;
import io.github.musicgen.models.training.course.AdamSteps;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.Bounds;

/**
 * How a space is trained. The same options, stretches and seed give the same weights on the same machine.
 *
 * @param batchSize how many stretches are learned at once
 * @param learningRate of Adam, at first
 * @param leastLearningRate where it ends
 * @param decay what is left of the difference of the two after a step
 * @param clip the most for the root of the sum of all squares of a gradient
 * @param beta how much the divergence of vectors counts beside the reconstruction, in the end
 * @param betaRate what is still missing of it after a step; 0 counts all of it from the start
 * @param freeBits so much of the divergence of a melody costs nothing
 * @param samplingRate of the inverse sigmoid by which the decoder comes to be shown its own events: it rises from 0, to a half after as
 *     many steps as this times its logarithm; 0 always shows the true ones
 * @param averaging how much of the average of earlier weights stays in the average after a step, 0 for the last weights alone
 * @param epochs how often all stretches are learned at most
 * @param patience after how many epochs without progress on other stretches to stop
 * @param augmentation what is made of melodies besides; drums are learned as they are
 * @param seed of everything that is drawn
 */
public record LatentTrainingOptions(
        int batchSize,
        double learningRate,
        double leastLearningRate,
        double decay,
        double clip,
        double beta,
        double betaRate,
        double freeBits,
        double samplingRate,
        double averaging,
        int epochs,
        int patience,
        Augmentation augmentation,
        long seed) {
    private static final double NATS_PER_BIT = Math.log(2);

    /** Checks the bounds. */
    public LatentTrainingOptions {
        Bounds.require("batch size", batchSize, 1, Batches.MAX_SIZE);
        Bounds.requirePositive("least learning rate", leastLearningRate);
        Bounds.require("learning rate", learningRate, leastLearningRate, 1);
        Bounds.require("decay", decay, 0, 1);
        Bounds.requirePositive("clip", clip);
        Bounds.require("beta", beta, 0, 1000);
        Bounds.require("beta rate", betaRate, 0, 1);
        Bounds.require("free bits", freeBits, 0, 1e6);
        Bounds.require("sampling rate", samplingRate, 0, 1e9);
        Bounds.requireFraction("averaging", averaging);
        Bounds.requirePositive("epochs", epochs);
        Bounds.requirePositive("patience", patience);
    }

    /**
     * What MusicVAE's small model of two bars was trained with, but for smaller batches, fewer epochs and averages of weights.
     *
     * @return the options
     */
    public static LatentTrainingOptions usual() {
        return new LatentTrainingOptions(
                128, 1e-3, 1e-5, 0.9999, 1, 0.2, 0.9995, 0, 1000, 0.995, 40, 5, Augmentation.none(), 1);
    }

    double learningRateAt(long step) {
        return AdamSteps.rateAt(step, learningRate, leastLearningRate, decay);
    }

    /** What counts at a step, from 0 on. */
    LossWeight weightAt(long step) {
        double drawn = samplingRate == 0 ? 0 : 1 - samplingRate / (samplingRate + Math.exp(step / samplingRate));
        return new LossWeight((1 - Math.pow(betaRate, (double) step)) * beta, freeNats(), drawn);
    }

    /** What counts when a model is judged: all of beta, and the true events are shown. */
    LossWeight weightInTheEnd() {
        return new LossWeight(beta, freeNats(), 0);
    }

    private double freeNats() {
        return freeBits * NATS_PER_BIT;
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
        private double betaRate;
        private double freeBits;
        private double samplingRate;
        private double averaging;
        private int epochs;
        private int patience;
        private Augmentation augmentation;
        private long seed;

        private Builder(LatentTrainingOptions options) {
            batchSize = options.batchSize;
            learningRate = options.learningRate;
            leastLearningRate = options.leastLearningRate;
            decay = options.decay;
            clip = options.clip;
            beta = options.beta;
            betaRate = options.betaRate;
            freeBits = options.freeBits;
            samplingRate = options.samplingRate;
            averaging = options.averaging;
            epochs = options.epochs;
            patience = options.patience;
            augmentation = options.augmentation;
            seed = options.seed;
        }

        /**
         * How many stretches are learned at once.
         *
         * @param newBatchSize how many stretches are learned at once
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
         * How much the divergence of vectors counts, in the end.
         *
         * @param newBeta how much the divergence of vectors counts beside the reconstruction, in the end
         * @return this
         */
        public Builder beta(double newBeta) {
            beta = newBeta;
            return this;
        }

        /**
         * How fast it comes to count so much.
         *
         * @param newBetaRate what is still missing of it after a step; 0 counts all of it from the start
         * @return this
         */
        public Builder betaRate(double newBetaRate) {
            betaRate = newBetaRate;
            return this;
        }

        /**
         * How much of the divergence costs nothing.
         *
         * @param newFreeBits so much of the divergence of a melody costs nothing
         * @return this
         */
        public Builder freeBits(double newFreeBits) {
            freeBits = newFreeBits;
            return this;
        }

        /**
         * How late the decoder comes to be shown its own events.
         *
         * @param newSamplingRate of the inverse sigmoid by which the decoder comes to be shown its own events: it rises from 0,
         *     to a half after as many steps as this times its logarithm; 0 always shows the true ones
         * @return this
         */
        public Builder samplingRate(double newSamplingRate) {
            samplingRate = newSamplingRate;
            return this;
        }

        /**
         * How much earlier weights count in what is kept.
         *
         * @param newAveraging how much of the average of earlier weights stays in the average after a step, 0 for the last weights alone
         * @return this
         */
        public Builder averaging(double newAveraging) {
            averaging = newAveraging;
            return this;
        }

        /**
         * How often all stretches are learned.
         *
         * @param newEpochs how often all stretches are learned at most
         * @return this
         */
        public Builder epochs(int newEpochs) {
            epochs = newEpochs;
            return this;
        }

        /**
         * When to stop.
         *
         * @param newPatience after how many epochs without progress on other stretches to stop
         * @return this
         */
        public Builder patience(int newPatience) {
            patience = newPatience;
            return this;
        }

        /**
         * What is made of melodies besides; drums are learned as they are.
         *
         * @param newAugmentation what is made of melodies besides; drums are learned as they are
         * @return this
         */
        public Builder augmentation(Augmentation newAugmentation) {
            augmentation = newAugmentation;
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
        public LatentTrainingOptions build() {
            return new LatentTrainingOptions(
                    batchSize,
                    learningRate,
                    leastLearningRate,
                    decay,
                    clip,
                    beta,
                    betaRate,
                    freeBits,
                    samplingRate,
                    averaging,
                    epochs,
                    patience,
                    augmentation,
                    seed);
        }
    }
}
