package io.github.musicgen.api;

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
    private final Preparation preparation;
    private final MelodyRun run;
    private final boolean searched;
    private int told;

    Steps(Preparation preparation) {
        Optional<MelodyRun> best = preparation.searched();
        this.preparation = preparation;
        this.searched = best.isPresent();
        this.run = best.isPresent() ? best.get() : preparation.start();
    }

    @Override
    public boolean hasNext() {
        return told < preparation.options().steps();
    }

    @Override
    public Step next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + told + " steps were told");
        }
        int event = searched ? run.eventAt(told) : run.step();
        double surprise = -run.logProbabilityAt(told);
        Step step = preparation.step(told, event, surprise);
        told++;
        return step;
    }

    /** What was made so far. */
    Generation finished() {
        return preparation.finished(run);
    }

    Stream<Step> stream() {
        int known = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(
                Spliterators.spliterator(this, preparation.options().steps(), known), false);
    }
}
