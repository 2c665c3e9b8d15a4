package io.github.musicgen.models.training;

import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.network.NetworkOptions;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.Bounds;
import java.util.OptionalInt;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * How a model is trained. The same options, melodies and seed give the same weights on the same machine.
 *
 * <pre>{@code
 * TrainingOptions options =
 *         TrainingOptions.usual().toBuilder().dropout(0.4).epochs(80).seed(7).build();
 * }</pre>
 *
 * @param batchSize how many melodies, or pieces of them, are learned at once
 * @param slicing how melodies become rows of batches
 * @param updater how gradients move weights, and by what schedule; of Deeplearning4j
 * @param inputDropout how much of what the first layer is shown is hidden while training, 0 for nothing
 * @param dropout how much of what a layer hands on is forgotten while training, 0 for nothing
 * @param recurrentDropout how many of the weights from a layer to itself are left out while training, 0 for none
 * @param l2 how strongly weights are drawn to 0, 0 for not at all
 * @param clipping how large gradients may be
 * @param averaging how much of the average of earlier weights stays in the average after a batch, 0 for the last weights alone:
 *     averages find more than the weights that jump around them
 * @param epochs how often all melodies are learned at most
 * @param patience after how many epochs without progress on other melodies to stop
 * @param augmentation what is made of the melodies besides
 * @param seed of everything that is drawn
 */
public record TrainingOptions(
        int batchSize,
        Slicing slicing,
        IUpdater updater,
        double inputDropout,
        double dropout,
        double recurrentDropout,
        double l2,
        Clipping clipping,
        double averaging,
        int epochs,
        int patience,
        Augmentation augmentation,
        long seed) {
    /** Checks the bounds. */
    public TrainingOptions {
        Bounds.require("batch size", batchSize, 1, Batches.MAX_SIZE);
        Bounds.requireFraction("averaging", averaging);
        Bounds.requirePositive("epochs", epochs);
        Bounds.requirePositive("patience", patience);
        new NetworkOptions(updater, inputDropout, dropout, recurrentDropout, l2, OptionalInt.empty(), seed);
    }

    /**
     * What suits a thousand melodies.
     *
     * @return the options
     */
    public static TrainingOptions usual() {
        return new TrainingOptions(
                32,
                new Slicing.Whole(128),
                new Adam(new ExponentialSchedule(ScheduleType.EPOCH, 0.005, 0.95)),
                0.1,
                0.4,
                0,
                0,
                Clipping.global(3),
                0.99,
                60,
                6,
                Augmentation.none(),
                1);
    }

    NetworkOptions network() {
        OptionalInt truncation =
                slicing instanceof Slicing.Whole whole ? OptionalInt.of(whole.truncation()) : OptionalInt.empty();
        return new NetworkOptions(updater, inputDropout, dropout, recurrentDropout, l2, truncation, seed);
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
        private Slicing slicing;
        private IUpdater updater;
        private double inputDropout;
        private double dropout;
        private double recurrentDropout;
        private double l2;
        private Clipping clipping;
        private double averaging;
        private int epochs;
        private int patience;
        private Augmentation augmentation;
        private long seed;

        private Builder(TrainingOptions options) {
            batchSize = options.batchSize;
            slicing = options.slicing;
            updater = options.updater;
            inputDropout = options.inputDropout;
            dropout = options.dropout;
            recurrentDropout = options.recurrentDropout;
            l2 = options.l2;
            clipping = options.clipping;
            averaging = options.averaging;
            epochs = options.epochs;
            patience = options.patience;
            augmentation = options.augmentation;
            seed = options.seed;
        }

        /**
         * How many melodies, or pieces of them, are learned at once.
         *
         * @param newBatchSize how many rows are learned at once
         * @return this
         */
        public Builder batchSize(int newBatchSize) {
            batchSize = newBatchSize;
            return this;
        }

        /**
         * How melodies become rows of batches.
         *
         * @param newSlicing how melodies become rows
         * @return this
         */
        public Builder slicing(Slicing newSlicing) {
            slicing = newSlicing;
            return this;
        }

        /**
         * How gradients move weights.
         *
         * @param newUpdater how gradients move weights, and by what schedule
         * @return this
         */
        public Builder updater(IUpdater newUpdater) {
            updater = newUpdater;
            return this;
        }

        /**
         * How much of what the first layer is shown is hidden while training.
         *
         * @param newInputDropout 0 for nothing, less than 1
         * @return this
         */
        public Builder inputDropout(double newInputDropout) {
            inputDropout = newInputDropout;
            return this;
        }

        /**
         * How much of what a layer hands on is forgotten while training.
         *
         * @param newDropout 0 for nothing, less than 1
         * @return this
         */
        public Builder dropout(double newDropout) {
            dropout = newDropout;
            return this;
        }

        /**
         * How many of the weights from a layer to itself are left out while training.
         *
         * @param newRecurrentDropout 0 for none, less than 1
         * @return this
         */
        public Builder recurrentDropout(double newRecurrentDropout) {
            recurrentDropout = newRecurrentDropout;
            return this;
        }

        /**
         * How strongly weights are drawn to 0.
         *
         * @param newL2 0 for not at all
         * @return this
         */
        public Builder l2(double newL2) {
            l2 = newL2;
            return this;
        }

        /**
         * How large gradients may be.
         *
         * @param newClipping the bounds
         * @return this
         */
        public Builder clipping(Clipping newClipping) {
            clipping = newClipping;
            return this;
        }

        /**
         * How much of the average of earlier weights stays.
         *
         * @param newAveraging 0 for the last weights alone, less than 1
         * @return this
         */
        public Builder averaging(double newAveraging) {
            averaging = newAveraging;
            return this;
        }

        /**
         * How often all melodies are learned at most.
         *
         * @param newEpochs at least 1
         * @return this
         */
        public Builder epochs(int newEpochs) {
            epochs = newEpochs;
            return this;
        }

        /**
         * After how many epochs without progress to stop.
         *
         * @param newPatience at least 1
         * @return this
         */
        public Builder patience(int newPatience) {
            patience = newPatience;
            return this;
        }

        /**
         * What is learned besides what people wrote.
         *
         * @param newAugmentation what is made of the melodies besides
         * @return this
         */
        public Builder augmentation(Augmentation newAugmentation) {
            augmentation = newAugmentation;
            return this;
        }

        /**
         * The seed of everything that is drawn.
         *
         * @param newSeed any number
         * @return this
         */
        public Builder seed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /**
         * The options.
         *
         * @return the options, checked
         */
        public TrainingOptions build() {
            return new TrainingOptions(
                    batchSize,
                    slicing,
                    updater,
                    inputDropout,
                    dropout,
                    recurrentDropout,
                    l2,
                    clipping,
                    averaging,
                    epochs,
                    patience,
                    augmentation,
                    seed);
        }
    }
}
