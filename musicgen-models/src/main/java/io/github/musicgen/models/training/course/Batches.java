package io.github.musicgen.models.training.course;

import io.github.musicgen.api.random.SeededRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is learned at once. */
public final class Batches {
    /** The most examples that are learned at once. */
    public static final int MAX_SIZE = 1 << 16;

    private Batches() {}

    /**
     * Cuts a list.
     *
     * @param <T> what it holds
     * @param all the list
     * @param size how many to a batch
     * @return views of so many; the last one may be shorter
     */
    public static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            batches.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return batches;
    }

    /**
     * Cuts a list in an order that is drawn.
     *
     * @param all the list
     * @param size how many to a batch
     * @param random what the order is drawn from
     * @return lists of so many; the last one may be shorter
     */
    public static List<List<Integer>> shuffled(List<Integer> all, int size, SeededRandom random) {
        List<Integer> order = new ArrayList<>();
        for (int i : all) {
            order.add(i);
            Collections.swap(order, order.size() - 1, random.nextInt(order.size()));
        }
        return of(order, size);
    }

    /**
     * A batch as an array.
     *
     * @param batch the batch
     * @return its numbers
     */
    public static int[] array(List<Integer> batch) {
        return batch.stream().mapToInt(Integer::intValue).toArray();
    }
}
