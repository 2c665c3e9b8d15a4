package io.github.musicgen.models.training.course;

import io.github.musicgen.api.random.SeededRandom;

/** What is drawn in an epoch or at a step: a function of its number and the seed alone, so that a training that was stopped goes on in it. */
public final class EpochDraws {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private EpochDraws() {}

    /**
     * What the choices of an epoch are drawn from.
     *
     * @param seed of the training
     * @param epoch from 0 on
     * @return the source
     */
    public static SeededRandom random(long seed, int epoch) {
        return SeededRandom.ofSeed(seed + MIX * (epoch + 1));
    }

    /**
     * What vectors are drawn by at one step.
     *
     * @param seed of the training
     * @param step from 0 on; less than 0 for what is drawn beside learning
     * @param length how many numbers
     * @return normally distributed
     */
    public static float[] noise(long seed, long step, int length) {
        SeededRandom random = SeededRandom.ofSeed(seed ^ MIX * (step + 1));
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
