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
     * Makes a plan, however long it takes.
     *
     * @param situation where the continuation begins
     * @param wishes what it has to keep
     * @return the plan
     * @throws ContradictoryWishesException if nothing can keep them; it names the fewest wishes that contradict each other
     * @throws IllegalArgumentException if a wish is about steps that are not generated
     */
    public static Plan of(Situation situation, List<Constraint> wishes) {
        return of(situation, wishes, Deadline.NONE);
    }

    /**
     * Makes a plan.
     *
     * @param situation where the continuation begins
     * @param wishes what it has to keep
     * @param deadline until when there is time
     * @return the plan
     * @throws ContradictoryWishesException if nothing can keep them; it names the fewest wishes that contradict each other
     * @throws IllegalArgumentException if a wish is about steps that are not generated
     * @throws Deadline.Passed if there is no time to finish
     */
    public static Plan of(Situation situation, List<Constraint> wishes, Deadline deadline) {
        return tryOf(situation, wishes, deadline)
                .orElseThrow(() -> new Contradiction(situation, wishes, deadline).exception());
    }

    static Optional<Plan> tryOf(Situation situation, List<Constraint> wishes, Deadline deadline) {
        Rules rules = new Rules(situation, wishes, deadline);
        Optional<Plan> plan = tryOf(situation, rules, deadline);
        if (plan.isEmpty() || !rules.endsOnNote()) {
            return plan;
        }
        return tryOf(situation, new Rules(situation, wishes, deadline).letTheLastNoteSound(), deadline)
                .or(() -> plan);
    }

    private static Optional<Plan> tryOf(Situation situation, Rules rules, Deadline deadline) {
        if (rules.firstContradiction() >= 0) {
            return Optional.empty();
        }
        EventSet[] allowed = rules.allowed();
        if (!rules.lookBack()) {
            return Optional.of(new Plan(situation, allowed, null));
        }
        Reach reach = Reach.of(situation, rules, allowed, deadline);
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
