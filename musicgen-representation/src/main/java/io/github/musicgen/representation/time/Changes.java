package io.github.musicgen.representation.time;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Lists of values that each hold from some tick until the next one: how tempos and meters are kept and found. */
final class Changes {
    private Changes() {}

    /** In order of time, the last of several at one tick kept, and a default at the start where nothing else begins there. */
    static <E extends TickEvent<E>> List<E> normalized(List<E> changes, E atStart) {
        List<E> sorted = new ArrayList<>(changes.size() + 1);
        sorted.add(atStart);
        sorted.addAll(changes);
        sorted.sort((one, other) -> Long.compare(one.tick(), other.tick()));
        List<E> result = new ArrayList<>(sorted.size());
        for (E change : sorted) {
            int last = result.size() - 1;
            if (last >= 0 && result.get(last).tick() == change.tick()) {
                result.set(last, change);
            } else {
                result.add(change);
            }
        }
        return List.copyOf(result);
    }

    /** The same changes at another resolution, each at the nearest tick. */
    static <E extends TickEvent<E>> List<E> rescaled(List<E> changes, int fromPerQuarter, int toPerQuarter) {
        return changes.stream()
                .map(change -> change.withTick(Ticks.rescale(change.tick(), fromPerQuarter, toPerQuarter)))
                .toList();
    }

    /** The index of the last of some ascending starts at or before a position; the first lies at or before every position. */
    static int lastAtOrBefore(int size, IntToLongFunction start, long position) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (start.applyAsLong(middle) <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
