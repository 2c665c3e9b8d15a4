package io.github.musicgen.models.training;

import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.encoding.MelodyVocabulary;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Melodies of one length as classes, in batches. */
final class LatentBatches {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<int[]> sequences = new ArrayList<>();
    private final int batchSize;

    LatentBatches(List<Melody> melodies, MelodyVaeConfiguration configuration, int batchSize) {
        MelodyVocabulary vocabulary = configuration.vocabulary();
        this.batchSize = batchSize;
        for (Melody melody : melodies) {
            int[] classes = melody.events();
            java.util.Arrays.setAll(classes, i -> vocabulary.code(classes[i]));
            sequences.add(classes);
        }
    }

    /** In the order that they came in. */
    List<int[][]> inOrder() {
        return parts(sequences);
    }

    /** In the order of an epoch, a function of its number and the seed alone, so that an epoch that was stopped goes on in it. */
    List<int[][]> shuffled(long seed, int epoch) {
        SeededRandom random = SeededRandom.ofSeed(seed + MIX * (epoch + 1));
        List<int[]> order = new ArrayList<>(sequences);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return parts(order);
    }

    private List<int[][]> parts(List<int[]> order) {
        List<int[][]> parts = new ArrayList<>();
        for (int i = 0; i < order.size(); i += batchSize) {
            parts.add(order.subList(i, Math.min(order.size(), i + batchSize)).toArray(int[][]::new));
        }
        return parts;
    }

    /** What vectors are drawn by at one step, a function of its number and the seed alone. */
    static float[] noise(long seed, long step, int length) {
        SeededRandom random = SeededRandom.ofSeed(seed ^ MIX * (step + 1));
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
