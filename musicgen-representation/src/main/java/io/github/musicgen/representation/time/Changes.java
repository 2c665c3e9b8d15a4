package io.github.musicgen.representation.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Lists of values that each hold from some point until the next one: how tempos and meters are kept and found. */
final class Changes {
    private Changes() {}

    /** In order of time, the last of several at one place kept, and a default at the start where nothing else begins there. */
    static <T> List<T> normalized(List<T> changes, Comparator<T> byTime, T atStart) {
        List<T> sorted = new ArrayList<>();
        sorted.add(atStart);
        sorted.addAll(changes);
        sorted.sort(byTime);
        List<T> result = new ArrayList<>(sorted.size());
        for (T change : sorted) {
            int last = result.size() - 1;
            if (last >= 0 && byTime.compare(result.get(last), change) == 0) {
                result.set(last, change);
            } else {
                result.add(change);
            }
        }
        return List.copyOf(result);
    }

    /** The index of the change that holds at a position; the first one starts at or before every position. */
    static <T> int lastAtOrBefore(List<T> changes, ToLongFunction<T> start, long position) {
        int low = 0;
        int high = changes.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (start.applyAsLong(changes.get(middle)) <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    static int lastAtOrBefore(long[] starts, long position) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
