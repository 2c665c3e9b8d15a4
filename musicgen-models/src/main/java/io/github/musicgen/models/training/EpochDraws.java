package io.github.musicgen.models.training;

import io.github.musicgen.api.random.SeededRandom;

/** What is drawn in an epoch or at a step: a function of its number and the seed alone, so that a training that was stopped goes on in it. */
final class EpochDraws {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private EpochDraws() {}

    static SeededRandom random(long seed, int epoch) {
        return SeededRandom.ofSeed(seed + MIX * (epoch + 1));
    }

    /** What vectors are drawn by at one step. */
    static float[] noise(long seed, long step, int length) {
        SeededRandom random = SeededRandom.ofSeed(seed ^ MIX * (step + 1));
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
