package io.github.musicgen.models.training;

import io.github.musicgen.models.evaluation.ModelScore;

/**
 * What became of an epoch.
 *
 * @param epoch its number, from 1 on
 * @param steps how often weights have been moved since the beginning
 * @param trainingNats nats per step while it was learning, with dropout if there is any
 * @param validation how the model finds melodies that it does not learn
 * @param learningRate at its end
 * @param seconds since the beginning, pauses left out
 */
public record EpochReport(
        int epoch, long steps, double trainingNats, ModelScore validation, double learningRate, double seconds) {}
