package io.github.musicgen.models.training;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.EpochDraws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In what order an epoch learns: a function of lengths, options and number alone, so that a resumed epoch goes on in it. */
final class EpochPlan {
    /** Rows of about the same length are sought among so many batches: less padding, and still another mixture in each epoch. */
    private static final int BATCHES_SORTED_TOGETHER = 8;

    private final SeededRandom random;
    private final TrainingOptions options;

    private EpochPlan(TrainingOptions options, int epoch) {
        this.options = options;
        this.random = EpochDraws.random(options.seed(), epoch);
    }

    /**
     * The batches of an epoch.
     *
     * @param lengths pairs in each melody
     */
    static List<List<Slice>> of(int[] lengths, TrainingOptions options, int epoch) {
        return new EpochPlan(options, epoch).batches(lengths);
    }

    private List<List<Slice>> batches(int[] lengths) {
        List<Slice> slices = slices(lengths);
        random.shuffle(slices);
        List<List<Slice>> batches = new ArrayList<>();
        for (List<Slice> group : Batches.of(slices, Math.multiplyExact(options.batchSize(), BATCHES_SORTED_TOGETHER))) {
            List<Slice> sorted = new ArrayList<>(group);
            sorted.sort(Comparator.comparingInt(Slice::length));
            batches.addAll(Batches.of(sorted, options.batchSize()));
        }
        random.shuffle(batches);
        return batches;
    }

    private List<Slice> slices(int[] lengths) {
        List<Slice> slices = new ArrayList<>();
        for (int melody = 0; melody < lengths.length; melody++) {
            if (options.slicing() instanceof Slicing.Crops crops) {
                crop(melody, lengths[melody], crops.steps(), slices);
            } else {
                slices.add(new Slice(melody, 0, lengths[melody]));
            }
        }
        return slices;
    }

    /** Each step is learned once in each epoch, but the cuts lie elsewhere in each. */
    private void crop(int melody, int length, int steps, List<Slice> slices) {
        int from = 0;
        int to = Math.min(length, 1 + random.nextInt(steps));
        while (from < length) {
            slices.add(new Slice(melody, from, to));
            from = to;
            to += Math.min(length - to, steps);
        }
    }
}
