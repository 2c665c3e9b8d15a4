package io.github.musicgen.representation.sequence;

import java.util.List;
import java.util.function.ToLongFunction;

/** Reads a list in order of time, window by window. No window may begin before an earlier one ends. */
final class Cursor<T> {
    private final List<T> things;
    private final ToLongFunction<T> tick;
    private int next;

    Cursor(List<T> things, ToLongFunction<T> tick) {
        this.things = things;
        this.tick = tick;
    }

    /** What lies before a window and was not read yet. */
    List<T> before(Window window) {
        int first = next;
        while (next < things.size() && tick.applyAsLong(things.get(next)) < window.start()) {
            next++;
        }
        return things.subList(first, next);
    }

    /** What lies in a window. */
    List<T> inside(Window window) {
        before(window);
        int first = next;
        while (next < things.size() && window.contains(tick.applyAsLong(things.get(next)))) {
            next++;
        }
        return things.subList(first, next);
    }
}
