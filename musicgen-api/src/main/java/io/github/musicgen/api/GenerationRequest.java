package io.github.musicgen.api;

import io.github.musicgen.api.plan.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A request as it is carried out: at once, several times, within a time, or step by step. What it asks for is said by the words of
 * its kind.
 */
public abstract sealed class GenerationRequest permits MelodyRequest {
    /** The most candidates that are made at once; all of them are held in memory. */
    public static final int MAX_CANDIDATES = 10_000;

    GenerationRequest() {}

    /** What is to be made, with its primer settled. */
    abstract Task task();

    /**
     * Makes the continuation.
     *
     * @return what was made
     * @throws io.github.musicgen.api.constraint.ContradictoryWishesException if nothing keeps all wishes
     * @throws IllegalArgumentException if the primer has no melody or is too long, or a wish is about steps that are not made
     */
    public Generation generate() {
        return generateWhile(step -> true);
    }

    /**
     * Makes the continuation, and tells of each step as soon as it is chosen; of a beam search at its end.
     *
     * @param listener told of each step, in order, on this thread
     * @return what was made
     */
    public Generation generate(Consumer<Step> listener) {
        return generateWhile(step -> {
            listener.accept(step);
            return true;
        });
    }

    /**
     * Makes the continuation until somebody has heard enough.
     *
     * @param goOn told of each step, in order, on this thread; whether to go on after it
     * @return what was made; {@link Generation#complete} tells whether that is all
     */
    public Generation generateWhile(Predicate<Step> goOn) {
        Steps steps = Steps.of(prepare());
        while (steps.hasNext() && goOn.test(steps.next())) {
            // each step was told
        }
        return steps.finished();
    }

    /**
     * Makes several continuations: of this seed, the next, and so on.
     *
     * @param count how many, from 1 to {@link #MAX_CANDIDATES}
     * @return what was made, the likeliest first; each tells its own seed
     */
    public List<Generation> candidates(int count) {
        if (count < 1 || count > MAX_CANDIDATES) {
            throw new IllegalArgumentException(
                    "the number of candidates must be 1.." + MAX_CANDIDATES + ", but was " + count);
        }
        Preparation preparation = prepare();
        Generator generator = preparation.task().generator();
        List<Generation> made = new ArrayList<>(
                Ensemble.made(count, generator.model(), generator.engine().isNative(), preparation::withNextSeed));
        made.sort(Comparator.comparingDouble(Generation::logLikelihood).reversed());
        return made;
    }

    /**
     * Makes as many continuations as there is time for: of this seed, the next, and so on.
     *
     * @param time how long at most, but for a step of the network and for looking through the primer's notes
     * @return the likeliest that is complete. If there was not even time for one, as much of it as there is: of a beam search the
     *     rounds that it finished, and no step at all if wishes were still being planned, which then may even contradict each
     *     other, or the model was still hearing the primer
     */
    public Generation bestWithin(Duration time) {
        Deadline deadline = Deadline.in(time);
        Task task = task();
        try {
            return best(deadline, Preparation.of(task, deadline));
        } catch (Deadline.Passed beforeTheFirstStep) {
            return task.nothingMade();
        }
    }

    private static Generation best(Deadline deadline, Preparation preparation) {
        Generation best = until(deadline, preparation);
        for (long next = 1; !deadline.passed(); next++) {
            Generation candidate = until(deadline, preparation.withNextSeed(next));
            if (candidate.complete() && candidate.logLikelihood() > best.logLikelihood()) {
                best = candidate;
            }
        }
        return best;
    }

    private static Generation until(Deadline deadline, Preparation preparation) {
        Steps steps = Steps.of(preparation, deadline);
        while (steps.hasNext() && !deadline.passed()) {
            steps.next();
        }
        return steps.finished();
    }

    /**
     * The steps as a stream, each made when it is asked for.
     *
     * @return a sequential stream that ends with the continuation
     */
    public Stream<Step> stream() {
        return Steps.of(prepare()).stream();
    }

    /**
     * The steps for reactive programs. Each subscriber gets the whole continuation, made on the thread that requests it, no faster
     * than it is requested.
     *
     * @return the publisher
     */
    public Flow.Publisher<Step> publisher() {
        Preparation preparation = prepare();
        return subscriber -> StepSubscription.subscribe(Steps.of(preparation), subscriber);
    }

    private Preparation prepare() {
        return Preparation.of(task(), Deadline.NONE);
    }
}
