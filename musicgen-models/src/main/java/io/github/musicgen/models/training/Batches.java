package io.github.musicgen.models.training;

import io.github.musicgen.api.random.SeededRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is learned at once. */
final class Batches {
    private Batches() {}

    /** Cuts a list into views of so many; the last one may be shorter. */
    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            batches.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return batches;
    }

    /** The same in an order that is drawn. */
    static List<List<Integer>> shuffled(List<Integer> all, int size, SeededRandom random) {
        List<Integer> order = new ArrayList<>();
        for (int i : all) {
            order.add(i);
            Collections.swap(order, order.size() - 1, random.nextInt(order.size()));
        }
        return of(order, size);
    }

    static int[] array(List<Integer> batch) {
        return batch.stream().mapToInt(Integer::intValue).toArray();
    }
}
