package io.github.musicgen.models.network;

import java.util.OptionalInt;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What a network needs to be trained, beyond what it is.
 *
 * @param updater how gradients move weights, of Deeplearning4j
 * @param inputDropout how much of what the first layer is shown is hidden while training, 0 for nothing
 * @param dropout how much of what a layer hands on is forgotten while training, 0 for nothing
 * @param recurrentDropout how many of the weights from a layer to itself are left out while training, 0 for none
 * @param l2 how strongly weights are drawn to 0, 0 for not at all
 * @param truncation after how many steps the way back ends, if before the beginning
 * @param seed of the random beginning
 */
public record NetworkOptions(
        IUpdater updater,
        double inputDropout,
        double dropout,
        double recurrentDropout,
        double l2,
        OptionalInt truncation,
        long seed) {
    /** Checks the bounds. */
    public NetworkOptions {
        requireFraction("input dropout", inputDropout);
        requireFraction("dropout", dropout);
        requireFraction("recurrent dropout", recurrentDropout);
        if (!(l2 >= 0 && l2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("l2 must be finite and at least 0, but was " + l2);
        }
        if (truncation.isPresent() && truncation.getAsInt() < 1) {
            throw new IllegalArgumentException("truncation must be at least 1 step, but was " + truncation.getAsInt());
        }
    }

    /**
     * Training without anything that keeps it from learning by heart.
     *
     * @param updater how gradients move weights
     * @return the options
     */
    public static NetworkOptions of(IUpdater updater) {
        return new NetworkOptions(updater, 0, 0, 0, 0, OptionalInt.empty(), 1);
    }

    private static void requireFraction(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must be at least 0 and less than 1, but was " + value);
        }
    }
}
