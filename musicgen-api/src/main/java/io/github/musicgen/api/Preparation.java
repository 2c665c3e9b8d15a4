package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.api.plan.Plan;
import io.github.musicgen.api.plan.Situation;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.run.BeamSearch;
import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.api.run.Primer;
import java.util.List;
import java.util.Optional;

/**
 * All that is settled before the first step.
 *
 * @param task what is to be made
 * @param plan how all its wishes are kept
 * @param heard the model after the primer, which every run forks
 */
record Preparation(Task task, Plan plan, MelodyRnnState heard) {
    /** Prepares a task; {@link Deadline.Passed} if there is not the time for it. */
    static Preparation of(Task task, Deadline deadline) {
        Plan plan = plan(task, deadline);
        return new Preparation(task, plan, MelodyRun.hear(task.generator().model(), task.primer(), deadline));
    }

    /** What a task still needs once the model has heard its primer. */
    static Preparation of(Task task, MelodyRnnState heard) {
        return new Preparation(task, plan(task, Deadline.NONE), heard);
    }

    private static Plan plan(Task task, Deadline deadline) {
        MelodyRnnConfiguration configuration = task.generator().model().configuration();
        Primer primer = task.primer();
        int steps = task.options().steps();
        Situation situation = Situation.after(
                primer.melody(),
                steps,
                pitch -> pitch + primer.shift() >= configuration.minPitch()
                        && pitch + primer.shift() < configuration.maxPitch(),
                primer.tonic());
        List<Constraint> wishes =
                new WrittenChords(primer, steps).expanded(task.options().wishes());
        return Plan.of(situation, wishes, deadline);
    }

    /** The same with a seed that comes so far behind, which changes nothing of what was prepared. */
    Preparation withNextSeed(long next) {
        return new Preparation(task.withSeed(task.options().seed() + next), plan, heard);
    }

    /** The model has heard the primer, no step is taken. */
    MelodyRun start() {
        return MelodyRun.start(
                heard.fork(),
                task.primer(),
                plan.start(),
                task.options().sampling(),
                random(),
                task.options().steps());
    }

    /** What a beam search finds, if one is wanted; all other steps can be followed as they are made. */
    Optional<MelodyRun> searched(int steps, Deadline deadline) {
        return task.options()
                .beam()
                .map(beam -> new BeamSearch(beam.size(), beam.branches(), beam.steps(), random())
                        .search(start(), steps, deadline));
    }

    private SeededRandom random() {
        return SeededRandom.ofSeed(task.options().seed());
    }
}
