package io.github.musicgen.midi.abc.tune;

import java.util.List;
import java.util.function.ToLongFunction;

/** Looks up things that are in order of time. */
public final class Timeline {
    private Timeline() {}

    /** The index of the first thing at or behind a time. */
    public static <T> int firstNotBefore(long time, List<T> things, ToLongFunction<T> timeOf) {
        int low = 0;
        int high = things.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeOf.applyAsLong(things.get(middle)) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
