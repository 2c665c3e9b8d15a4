package io.github.musicgen.models.training;

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
 * @param nextEpochs how often all successions of segments are learned at most
 * @param patience after how many epochs without progress on other pieces to stop
 * @param dropout the part of hidden units that is dropped where the next segment is learned
 * @param semitones all music is learned up to so many semitones higher and lower, too
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
        require("batch size", batchSize, 1, TrainingOptions.MAX_BATCH_SIZE);
        require("least learning rate", leastLearningRate, Double.MIN_NORMAL, 1);
        require("learning rate", learningRate, leastLearningRate, 1);
        require("decay", decay, 0, 1);
        require("clip", clip, Double.MIN_NORMAL, Double.MAX_VALUE);
        require("beta", beta, 0, 1000);
        require("averaging", averaging, 0, Math.nextDown(1.0));
        require("epochs", epochs, 1, Integer.MAX_VALUE);
        require("epochs of what is next", nextEpochs, 1, Integer.MAX_VALUE);
        require("patience", patience, 1, Integer.MAX_VALUE);
        require("dropout", dropout, 0, Math.nextDown(1.0));
        require("semitones", semitones, 0, MAX_SEMITONES);
    }

    private static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " must be " + least + ".." + most + ", but was " + value);
        }
    }

    /**
     * What the band that comes along was trained with.
     *
     * @return the options
     */
    public static BandTrainingOptions usual() {
        return new BandTrainingOptions(32, 2e-3, 1e-4, 0.9997, 50, 1, 0.995, 120, 40, 8, 0.2, 5, 1);
    }

    double learningRateAt(long step) {
        return (learningRate - leastLearningRate) * Math.pow(decay, (double) step) + leastLearningRate;
    }

    /**
     * The same for so many epochs.
     *
     * @param newEpochs of autoencoders
     * @param newNextEpochs of what is next
     * @return the options
     */
    public BandTrainingOptions withEpochs(int newEpochs, int newNextEpochs) {
        return new BandTrainingOptions(
                batchSize,
                learningRate,
                leastLearningRate,
                decay,
                clip,
                beta,
                averaging,
                newEpochs,
                newNextEpochs,
                patience,
                dropout,
                semitones,
                seed);
    }

    /**
     * The same with another patience.
     *
     * @param newPatience after how many epochs without progress to stop
     * @return the options
     */
    public BandTrainingOptions withPatience(int newPatience) {
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
                newPatience,
                dropout,
                semitones,
                seed);
    }

    /**
     * The same with another weight of the divergence.
     *
     * @param newBeta how much it counts
     * @return the options
     */
    public BandTrainingOptions withBeta(double newBeta) {
        return new BandTrainingOptions(
                batchSize,
                learningRate,
                leastLearningRate,
                decay,
                clip,
                newBeta,
                averaging,
                epochs,
                nextEpochs,
                patience,
                dropout,
                semitones,
                seed);
    }

    /**
     * The same with music in other keys.
     *
     * @param newSemitones how far up and down, 0 for the keys as they are
     * @return the options
     */
    public BandTrainingOptions withSemitones(int newSemitones) {
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
                newSemitones,
                seed);
    }

    /**
     * The same with another seed.
     *
     * @param newSeed of everything that is drawn
     * @return the options
     */
    public BandTrainingOptions withSeed(long newSeed) {
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
                newSeed);
    }
}
