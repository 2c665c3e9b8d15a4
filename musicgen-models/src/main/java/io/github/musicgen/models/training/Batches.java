package io.github.musicgen.models.training;

import java.util.ArrayList;
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
}
