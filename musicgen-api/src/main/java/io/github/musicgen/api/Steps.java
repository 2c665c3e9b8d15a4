package io.github.musicgen.api;

import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.api.run.MelodyRun;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The steps of one continuation, one after the other. A beam search is over before its first step can be told. */
final class Steps implements Iterator<Step> {
    private final Task task;
    private final MelodyRun run;
    private final boolean searched;
    private final int count;
    private int told;

    private Steps(Task task, MelodyRun run, boolean searched, int count) {
        this.task = task;
        this.run = run;
        this.searched = searched;
        this.count = count;
    }

    static Steps of(Preparation preparation) {
        return of(preparation, Deadline.NONE);
    }

    /** The steps that are found before a deadline, if they are searched for; all of them otherwise. */
    static Steps of(Preparation preparation, Deadline deadline) {
        return first(preparation.task().options().steps(), preparation, deadline);
    }

    /** The first steps, made again. A search that ended so early had all its rounds behind it, and has the same again. */
    static Steps first(int steps, Preparation preparation, Deadline deadline) {
        Optional<MelodyRun> found = preparation.searched(steps, deadline);
        return found.isPresent()
                ? new Steps(preparation.task(), found.get(), true, found.get().length())
                : new Steps(preparation.task(), preparation.start(), false, steps);
    }

    @Override
    public boolean hasNext() {
        return told < count;
    }

    @Override
    public Step next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + told + " steps were told");
        }
        int event = searched ? run.eventAt(told) : run.step();
        double surprise = -run.logProbabilityAt(told);
        Step step = task.step(told, event, surprise);
        told++;
        return step;
    }

    /** What was made so far. */
    Generation finished() {
        return task.made(run);
    }

    Stream<Step> stream() {
        int known = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliterator(this, count, known), false);
    }
}
