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

    /** Takes one wish after the other away, as long as the rest still contradict each other. */
    private List<Constraint> fewest() {
        List<Constraint> fewest = new ArrayList<>(wishes);
        for (Constraint wish : wishes) {
            List<Constraint> rest = new ArrayList<>(fewest);
            rest.remove(wish);
            if (Plan.tryOf(situation, rest).isEmpty()) {
                fewest = rest;
            }
        }
        return fewest;
    }

    private String modelRange() {
        return situation.known().range();
    }
}
