package io.github.musicgen.api.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps in a row that were chosen as repeats from equally far back.
 *
 * @param firstStep the first of them, counted as the melody's steps are
 * @param length how many there are, never more than the distance
 * @param distance how many steps back lies what they repeat
 */
record Repeat(int firstStep, int length, int distance) {

    /** All of them, in order. A long row is cut where it begins to repeat itself. */
    static List<Repeat> of(Seen seen) {
        List<Repeat> found = new ArrayList<>();
        for (ExplainedStep step : seen.steps()) {
            if (step.repeatOf().isEmpty()) {
                continue;
            }
            int at = seen.inMelody(step);
            Repeat next = new Repeat(at, 1, at - step.repeatOf().getAsInt());
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).goesOnWith(next, seen)) {
                next = found.remove(last).longer();
            }
            found.add(next);
        }
        return found;
    }

    private boolean goesOnWith(Repeat next, Seen seen) {
        return next.distance == distance
                && next.firstStep == endStep()
                && length < distance
                && seen.shows(source()) == seen.shows(next.source());
    }

    private Repeat longer() {
        return new Repeat(firstStep, length + 1, distance);
    }

    /** The first step that is repeated; negative before the start of the melody. */
    int source() {
        return firstStep - distance;
    }

    int endStep() {
        return firstStep + length;
    }
}
