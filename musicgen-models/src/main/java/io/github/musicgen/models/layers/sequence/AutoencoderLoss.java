package io.github.musicgen.models.layers.sequence;

/**
 * What a batch cost, in nats for each sequence.
 *
 * @param reconstruction of what was decoded
 * @param divergence of what was encoded, all of it
 * @param total what is made small: the reconstruction, and as much of the divergence as counts
 * @param hits the share of events that were the likeliest ones
 */
public record AutoencoderLoss(double reconstruction, double divergence, double total, double hits) {}
