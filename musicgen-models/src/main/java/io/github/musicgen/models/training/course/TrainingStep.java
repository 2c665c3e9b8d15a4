package io.github.musicgen.models.training.course;

/**
 * Where training is within an epoch.
 *
 * @param epoch the number of the epoch, from 1 on
 * @param batch how many batches of the epoch are learned
 * @param batches how many it has
 * @param nats nats in the epoch so far, per step of melodies, stretch of a space or segment of a band
 * @param secondsLeft until the epoch ends, estimated
 */
public record TrainingStep(int epoch, int batch, int batches, double nats, double secondsLeft) {}
