package io.github.musicgen.models.training;

import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.layers.LossWeight;

/**
 * How a space of melodies is trained. The same options, melodies and seed give the same weights on the same machine.
 *
 * @param batchSize how many melodies are learned at once
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
 * @param epochs how often all melodies are learned at most
 * @param patience after how many epochs without progress on other melodies to stop
 * @param augmentation what is made of the melodies besides
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
        require("batch size", batchSize, 1, TrainingOptions.MAX_BATCH_SIZE);
        require("least learning rate", leastLearningRate, Double.MIN_NORMAL, 1);
        require("learning rate", learningRate, leastLearningRate, 1);
        require("decay", decay, 0, 1);
        require("clip", clip, Double.MIN_NORMAL, Double.MAX_VALUE);
        require("beta", beta, 0, 1000);
        require("beta rate", betaRate, 0, 1);
        require("free bits", freeBits, 0, 1e6);
        require("sampling rate", samplingRate, 0, 1e9);
        require("averaging", averaging, 0, Math.nextDown(1.0));
        require("epochs", epochs, 1, Integer.MAX_VALUE);
        require("patience", patience, 1, Integer.MAX_VALUE);
    }

    private static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " must be " + least + ".." + most + ", but was " + value);
        }
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
        return (learningRate - leastLearningRate) * Math.pow(decay, (double) step) + leastLearningRate;
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
     * The same with another share of the divergence.
     *
     * @param newBeta how much it counts
     * @return the options
     */
    public LatentTrainingOptions withBeta(double newBeta) {
        return new LatentTrainingOptions(
                batchSize,
                learningRate,
                leastLearningRate,
                decay,
                clip,
                newBeta,
                betaRate,
                freeBits,
                samplingRate,
                averaging,
                epochs,
                patience,
                augmentation,
                seed);
    }

    /**
     * The same with other free bits.
     *
     * @param newFreeBits so much of the divergence costs nothing
     * @return the options
     */
    public LatentTrainingOptions withFreeBits(double newFreeBits) {
        return new LatentTrainingOptions(
                batchSize,
                learningRate,
                leastLearningRate,
                decay,
                clip,
                beta,
                betaRate,
                newFreeBits,
                samplingRate,
                averaging,
                epochs,
                patience,
                augmentation,
                seed);
    }

    /**
     * The same for another time.
     *
     * @param newEpochs at most
     * @param newPatience without progress
     * @return the options
     */
    public LatentTrainingOptions withEpochs(int newEpochs, int newPatience) {
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
                newEpochs,
                newPatience,
                augmentation,
                seed);
    }

    /**
     * The same with other steps.
     *
     * @param newBatchSize how many melodies are learned at once
     * @param newLearningRate of Adam, at first
     * @return the options
     */
    public LatentTrainingOptions withSteps(int newBatchSize, double newLearningRate) {
        return new LatentTrainingOptions(
                newBatchSize,
                newLearningRate,
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

    /**
     * The same with other events shown to the decoder.
     *
     * @param newSamplingRate of the inverse sigmoid, 0 for the true events alone
     * @return the options
     */
    public LatentTrainingOptions withSamplingRate(double newSamplingRate) {
        return new LatentTrainingOptions(
                batchSize,
                learningRate,
                leastLearningRate,
                decay,
                clip,
                beta,
                betaRate,
                freeBits,
                newSamplingRate,
                averaging,
                epochs,
                patience,
                augmentation,
                seed);
    }

    /**
     * The same with more melodies.
     *
     * @param newAugmentation what is made of the melodies besides
     * @return the options
     */
    public LatentTrainingOptions withAugmentation(Augmentation newAugmentation) {
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
                newAugmentation,
                seed);
    }

    /**
     * The same with another seed.
     *
     * @param newSeed of everything that is drawn
     * @return the options
     */
    public LatentTrainingOptions withSeed(long newSeed) {
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
                newSeed);
    }
}
