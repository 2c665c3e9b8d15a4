package io.github.musicgen.api.plan;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import java.util.ArrayList;
import java.util.List;

/** Finds the fewest wishes that cannot be kept together, to name them. */
final class Contradiction {
    private final Situation situation;
    private final List<Constraint> wishes;
    private final Deadline deadline;
    private final boolean amongThemselves;

    /** Wishes that contradict each other whatever the model can play are better told so than by what it cannot play besides. */
    Contradiction(Situation situation, List<Constraint> wishes, Deadline deadline) {
        Situation unlimited = situation.withAllPitches();
        this.amongThemselves = Plan.tryOf(unlimited, wishes, deadline).isEmpty();
        this.situation = amongThemselves ? unlimited : situation;
        this.wishes = wishes;
        this.deadline = deadline;
    }

    ContradictoryWishesException exception() {
        List<Constraint> fewest = fewest();
        List<String> names = fewest.stream().map(wish -> "\"" + wish + "\"").toList();
        String why = amongThemselves
                ? " cannot be kept together"
                : " cannot be kept within what the model can play, "
                        + situation.known().range();
        int step = new Rules(situation, fewest, deadline).firstContradiction();
        String place = step >= 0 ? " at step " + step : " until the last of " + situation.steps() + " steps";
        return new ContradictoryWishesException(
                "the wishes contradict each other: " + String.join(" and ", names) + why + place, fewest);
    }

    /**
     * Takes wishes away as long as the rest still contradict each other: many at a time at first, then one by one until none can
     * go. A wish that could not go may be able to later, because without a wished rest other wishes can have less room.
     */
    private List<Constraint> fewest() {
        List<Constraint> fewest = wishes;
        int atATime = wishes.size();
        int before;
        do {
            before = fewest.size();
            atATime = Math.max(1, atATime / 2);
            fewest = withoutNeedless(fewest, atATime);
        } while (atATime > 1 || fewest.size() < before);
        return fewest;
    }

    private List<Constraint> withoutNeedless(List<Constraint> all, int atATime) {
        List<Constraint> needed = new ArrayList<>(all);
        for (int end = all.size(); end > 0; end -= atATime) {
            List<Constraint> rest = new ArrayList<>(needed);
            rest.subList(Math.max(0, end - atATime), end).clear(); // from the end, so that indices before it stay right
            if (Plan.tryOf(situation, rest, deadline).isEmpty()) {
                needed = rest;
            }
        }
        return needed;
    }
}
