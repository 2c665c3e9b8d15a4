package io.github.musicgen.api.plan;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.Forbidden;
import io.github.musicgen.api.constraint.Constraint.Forced;
import io.github.musicgen.api.constraint.Constraint.OnGrid;
import io.github.musicgen.api.constraint.Constraint.Rhythm;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which events of drums keep all wishes, at each step of a pattern. Immutable.
 *
 * <p>Of what melodies can be wished, drums know rhythms, grids, drums that are forced or forbidden, and silence that is forced. Each of
 * these is about a step by itself.
 */
public final class DrumPlan {
    private final Rule[] rules;

    private DrumPlan(Rule[] rules) {
        this.rules = rules;
    }

    /** What a wish says of one step. */
    private interface Rule {
        boolean keeps(int step, int event);
    }

    /**
     * Makes a plan.
     *
     * @param wishes what has to be kept
     * @param steps how long the pattern is
     * @return the plan
     * @throws ContradictoryWishesException if nothing keeps all of them
     * @throws IllegalArgumentException if one cannot be wished of drums, or is about a step beyond the pattern
     */
    public static DrumPlan of(List<Constraint> wishes, int steps) {
        DrumPlan plan = ofRules(wishes, steps);
        for (int step = 0; step < steps; step++) {
            if (!plan.allowsAny(step)) {
                throw contradiction(wishes, step, steps);
            }
        }
        return plan;
    }

    private static DrumPlan ofRules(List<Constraint> wishes, int steps) {
        return new DrumPlan(wishes.stream().map(wish -> rule(wish, steps)).toArray(Rule[]::new));
    }

    private static Rule rule(Constraint wish, int steps) {
        if (wish instanceof OnGrid grid) {
            return (step, event) -> isSilent(event) || step % grid.steps() == grid.offset();
        }
        if (wish instanceof Rhythm rhythm) {
            String pattern = rhythm.pattern();
            return (step, event) -> isInRhythm(pattern.charAt(step % pattern.length()), event);
        }
        if (wish instanceof Forbidden forbidden) {
            int drum = drum(wish, forbidden.pitch());
            return (step, event) -> (event & drum) == 0;
        }
        if (wish instanceof Forced forced && forced.event() != Melody.NOTE_OFF) {
            return forced(forced, steps);
        }
        throw new IllegalArgumentException("\"" + wish + "\" cannot be wished of drums; what can is a rhythm, a grid, "
                + "a drum that is forced or forbidden, and \"force N hold\" for silence at a step");
    }

    private static Rule forced(Forced forced, int steps) {
        if (forced.step() >= steps) {
            throw new IllegalArgumentException("a wish must be about steps 0.." + (steps - 1)
                    + ", which are all that are generated, but was \"" + forced + "\"");
        }
        if (forced.event() == Melody.NO_EVENT) {
            return (step, event) -> step != forced.step() || isSilent(event);
        }
        int drum = drum(forced, forced.event());
        return (step, event) -> step != forced.step() || (event & drum) != 0;
    }

    /** The bit of the class of a drum. */
    private static int drum(Constraint wish, int pitch) {
        int index = DrumPattern.CLASSES
                .classOf(pitch)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + wish + "\" must be about a drum of a class, but pitch " + pitch + " is in none"));
        return 1 << index;
    }

    private static boolean isSilent(int event) {
        return event == DrumPattern.SILENCE;
    }

    private static boolean isInRhythm(char mark, int event) {
        return mark == '?' || (mark == 'x') != isSilent(event);
    }

    private boolean allows(int step, int event) {
        for (Rule rule : rules) {
            if (!rule.keeps(step, event)) {
                return false;
            }
        }
        return true;
    }

    private boolean allowsAny(int step) {
        return IntStream.rangeClosed(DrumPattern.SILENCE, DrumPattern.MAX_EVENT).anyMatch(event -> allows(step, event));
    }

    /** Wishes without which the others contradict each other as before are not to blame. */
    private static ContradictoryWishesException contradiction(List<Constraint> wishes, int step, int steps) {
        List<Constraint> fewest = new ArrayList<>(wishes);
        for (Constraint wish : wishes) {
            List<Constraint> rest = new ArrayList<>(fewest);
            rest.remove(wish);
            if (!ofRules(rest, steps).allowsAny(step)) {
                fewest = rest;
            }
        }
        List<String> names = fewest.stream().map(wish -> "\"" + wish + "\"").toList();
        return new ContradictoryWishesException(
                "the wishes contradict each other: " + String.join(" and ", names) + " cannot be kept together at step "
                        + step,
                fewest);
    }

    /**
     * Starts at the first step.
     *
     * @return a walk along this plan
     */
    public EventWalk start() {
        return new EventWalk() {
            private int step;

            @Override
            public boolean allows(int event) {
                return DrumPlan.this.allows(step, event);
            }

            @Override
            public void take(int event) {
                step++;
            }
        };
    }
}
