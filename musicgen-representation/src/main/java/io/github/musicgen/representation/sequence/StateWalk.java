package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks window by window over events each of which holds until the next one. */
final class StateWalk<E extends TickEvent<E>> {
    private final Cursor<E> cursor;
    private @Nullable E holding;

    StateWalk(List<E> events) {
        cursor = new Cursor<>(events, E::tick);
    }

    /** The events of a window, counted from its start, after what already holds there. */
    List<E> in(Window window) {
        remember(cursor.before(window));
        List<E> inside = cursor.inside(window);
        List<E> result = new ArrayList<>(inside.size() + 1);
        boolean setAtStart = !inside.isEmpty() && inside.get(0).tick() == window.start();
        if (holding != null && !setAtStart) {
            result.add(holding.withTick(0));
        }
        result.addAll(window.moved(inside));
        remember(inside);
        return result;
    }

    private void remember(List<E> events) {
        if (!events.isEmpty()) {
            holding = events.get(events.size() - 1);
        }
    }
}
