package io.github.musicgen.models.layers.roll;

/**
 * The segments that a batch leads to.
 *
 * @param means where each lies // [latentSize * batch]
 * @param variances how far from there it may lie, squared // [latentSize * batch]
 * @param surprise of its cells where its point is known, in nats // [batch]
 * @param again how surprising it is as an earlier segment once more, in nats, for each way of that; infinite where it is not that //
 *     [ways][batch]
 * @param possible whether there was a segment that could have come again, for each way // [ways][batch]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a batch is read and forgotten
public record NextTargets(
        float[] means, float[] variances, double[] surprise, double[][] again, boolean[][] possible) {}
