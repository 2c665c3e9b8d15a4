package io.github.musicgen.api.plan;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import java.util.ArrayList;
import java.util.List;

/** Finds the fewest wishes that cannot be kept together, to name them. */
final class Contradiction {
    private final Situation situation;
    private final List<Constraint> wishes;

    Contradiction(Situation situation, List<Constraint> wishes) {
        this.situation = situation;
        this.wishes = wishes;
    }

    ContradictoryWishesException exception() {
        List<Constraint> fewest = fewest();
        List<String> names = fewest.stream().map(wish -> "\"" + wish + "\"").toList();
        String subject = fewest.size() == 1
                ? names.get(0) + " cannot be kept within what the model can play, " + modelRange()
                : String.join(" and ", names) + " cannot be kept together";
        int step = new Rules(situation, fewest).firstContradiction();
        String place = step >= 0 ? "at step " + step : "until the last of " + situation.steps() + " steps";
        return new ContradictoryWishesException("the wishes contradict each other: " + subject + " " + place, fewest);
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
            if (Plan.tryOf(situation, rest).isEmpty()) {
                needed = rest;
            }
        }
        return needed;
    }

    private String modelRange() {
        return situation.known().range();
    }
}
