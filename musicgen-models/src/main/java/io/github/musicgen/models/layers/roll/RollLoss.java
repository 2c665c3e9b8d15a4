package io.github.musicgen.models.layers.roll;

/**
 * What a batch of rolls cost, in the mean.
 *
 * @param reconstruction of the cells: nats, or the squared error
 * @param velocity of how hard notes are struck
 * @param divergence of what was encoded, in nats
 * @param total what is made small
 */
public record RollLoss(double reconstruction, double velocity, double divergence, double total) {}
