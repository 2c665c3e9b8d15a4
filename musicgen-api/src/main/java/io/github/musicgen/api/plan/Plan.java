package io.github.musicgen.api.plan;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which events keep all wishes, at each step of one continuation. Immutable. */
public final class Plan {
    private final Situation situation;
    private final EventSet[] allowed; // [steps]
    private final @Nullable Reach reach; // nothing if no wish looks back

    private Plan(Situation situation, EventSet[] allowed, @Nullable Reach reach) {
        this.situation = situation;
        this.allowed = allowed;
        this.reach = reach;
    }

    /**
     * Makes a plan.
     *
     * @param situation where the continuation begins
     * @param wishes what it has to keep
     * @return the plan
     * @throws ContradictoryWishesException if nothing can keep them; it names the fewest wishes that contradict each other
     * @throws IllegalArgumentException if a wish is about steps that are not generated
     */
    public static Plan of(Situation situation, List<Constraint> wishes) {
        return tryOf(situation, wishes).orElseThrow(() -> new Contradiction(situation, wishes).exception());
    }

    static Optional<Plan> tryOf(Situation situation, List<Constraint> wishes) {
        Rules rules = new Rules(situation, wishes);
        Optional<Plan> plan = tryOf(situation, rules);
        if (plan.isEmpty() || !rules.endsOnNote()) {
            return plan;
        }
        return tryOf(situation, new Rules(situation, wishes).letTheLastNoteSound())
                .or(() -> plan);
    }

    private static Optional<Plan> tryOf(Situation situation, Rules rules) {
        if (rules.firstContradiction() >= 0) {
            return Optional.empty();
        }
        EventSet[] allowed = rules.allowed();
        if (!rules.lookBack()) {
            return Optional.of(new Plan(situation, allowed, null));
        }
        Reach reach = Reach.of(situation, rules, allowed);
        return reach.from(0, Reach.NO_NOTE_YET, 1)
                ? Optional.of(new Plan(situation, allowed, reach))
                : Optional.empty();
    }

    /**
     * Starts at the first step.
     *
     * @return a walk along this plan
     */
    public PlanWalk start() {
        return new PlanWalk(this, situation.lastPitch(), situation.run());
    }

    int steps() {
        return allowed.length;
    }

    EventSet allowed(int step) {
        return allowed[step];
    }

    boolean reachesEnd(int step, int pitch, int run) {
        return reach == null || reach.from(step, pitch, run);
    }
}
