package io.github.musicgen.examples.game;

import java.util.List;

/**
 * A bar as it is played.
 *
 * @param order what it was made for
 * @param events one for each step, as in a melody; the first is a note that starts
 */
record Bar(BarOrder order, List<Integer> events) {
    /** Steps of a bar: sixteenths of 4/4. */
    static final int STEPS = 16;

    Bar {
        events = List.copyOf(events);
        if (events.size() != STEPS) {
            throw new IllegalArgumentException("a bar must have " + STEPS + " events, but had " + events.size());
        }
    }
}
