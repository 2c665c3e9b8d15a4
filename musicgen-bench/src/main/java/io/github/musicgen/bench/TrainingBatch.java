package io.github.musicgen.bench;

import io.github.musicgen.api.random.SeededRandom;

/** What is trained on: classes that mean nothing, because what a step costs does not depend on them. */
public final class TrainingBatch {
    public static final int CLASSES = 38;
    public static final int MELODIES = 64;
    public static final int STEPS = 128;

    private TrainingBatch() {}

    /** What the network is shown, melody after melody. */
    public static int[] shown() {
        return numbers(1);
    }

    /** What it shall answer, melody after melody. */
    public static int[] answers() {
        return numbers(2);
    }

    private static int[] numbers(long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        int[] numbers = new int[MELODIES * STEPS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) (random.nextDouble() * CLASSES);
        }
        return numbers;
    }
}
