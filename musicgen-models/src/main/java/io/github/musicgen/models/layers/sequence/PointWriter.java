package io.github.musicgen.models.layers.sequence;

import io.github.musicgen.models.layers.cells.FlatParameters;
import java.util.SplittableRandom;

/** Writes a batch of sequences from points, one for each, and goes back from what that cost to the gradients. */
interface PointWriter {
    /**
     * Runs a batch.
     *
     * @param sequences what is to be written // [batch][steps]
     * @param points one for each // [latentSize * batch]
     * @param pointsAddress where these lie outside the heap
     * @param drawn the probability with which it is shown an event that it expected itself, not the true one
     * @param random of these
     */
    void run(
            FlatParameters parameters,
            int[][] sequences,
            float[] points,
            long pointsAddress,
            double drawn,
            SplittableRandom random);

    /** Adds up the loss of each sequence, in nats. */
    void loss(double[] losses);

    /** How many events were the likeliest ones. */
    int hits();

    /** Goes back; the gradient of the points, which is set, is of the mean loss of the batch. */
    void back(FlatParameters parameters, long pointsAddress, float[] pointGradient);
}
