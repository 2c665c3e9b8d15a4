package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.EpochDraws;
import io.github.musicgen.representation.encoding.EventVocabulary;
import io.github.musicgen.representation.melody.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stretches of one length as classes, in batches. */
final class LatentBatches {
    private final List<int[]> sequences = new ArrayList<>();
    private final int batchSize;
    private final EpochVariant variant;

    /** The classes of a sequence as an epoch learns it. */
    @FunctionalInterface
    interface EpochVariant {
        int[] of(int[] classes, SeededRandom random);
    }

    LatentBatches(
            List<? extends Stretch<?>> stretches,
            MelodyVaeConfiguration configuration,
            int batchSize,
            EpochVariant variant) {
        EventVocabulary vocabulary = configuration.vocabulary();
        this.batchSize = batchSize;
        this.variant = variant;
        for (Stretch<?> stretch : stretches) {
            int[] classes = stretch.events();
            Arrays.setAll(classes, i -> vocabulary.code(classes[i]));
            sequences.add(classes);
        }
    }

    /** In the order that they came in. */
    List<int[][]> inOrder() {
        return parts(sequences);
    }

    /** In the order of an epoch, as it learns them. */
    List<int[][]> shuffled(long seed, int epoch) {
        List<int[]> order = new ArrayList<>(sequences);
        SeededRandom random = EpochDraws.random(seed, epoch);
        random.shuffle(order);
        order.replaceAll(sequence -> variant.of(sequence, random));
        return parts(order);
    }

    private List<int[][]> parts(List<int[]> order) {
        return Batches.of(order, batchSize).stream()
                .map(batch -> batch.toArray(int[][]::new))
                .toList();
    }
}
