package io.github.musicgen.representation.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks window by window over the controllers of a part. */
final class ControllerWalk {
    private final Cursor<ControlChange> cursor;
    private final ControllerState state = new ControllerState();

    ControllerWalk(List<ControlChange> changes) {
        cursor = new Cursor<>(changes, ControlChange::tick);
    }

    /** The changes of a window, counted from its start, after what already holds there. */
    List<ControlChange> in(Window window) {
        state.take(cursor.before(window));
        List<ControlChange> inside = window.moved(cursor.inside(window));
        Set<Integer> setAtStart = new HashSet<>();
        for (ControlChange change : inside) {
            if (change.tick() == 0) {
                setAtStart.add(change.controller());
            }
        }
        List<ControlChange> result = new ArrayList<>();
        for (ControlChange change : state.statement()) {
            if (ControllerState.concernsParameter(change) || !setAtStart.contains(change.controller())) {
                result.add(change);
            }
        }
        result.addAll(inside);
        state.take(inside);
        return result;
    }
}
