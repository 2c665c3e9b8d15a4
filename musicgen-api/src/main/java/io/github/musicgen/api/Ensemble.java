package io.github.musicgen.api;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.api.run.MelodyRuns;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Makes many continuations together. */
final class Ensemble {
    /** More at once would not share more of the weights' way through the cache, but need more memory. */
    private static final int MOST = 64;

    private final Generator generator;
    private final GenerationOptions options;

    Ensemble(Generator generator, GenerationOptions options) {
        this.generator = generator;
        this.options = options;
    }

    /** Continues each primer, the first with the seed of the options, the second with the next, and so on. */
    List<Generation> generate(List<NoteSequence> primers, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads must be 1 or more, but was " + threads);
        }
        List<NoteSequence> all = List.copyOf(primers);
        int share = Math.max(1, Math.min(MOST, (all.size() + threads - 1) / threads));
        List<Supplier<List<Generation>>> shares = new ArrayList<>();
        for (int from = 0; from < all.size(); from += share) {
            int first = from;
            int end = Math.min(all.size(), from + share);
            shares.add(() -> generate(all, first, end));
        }
        return Workers.run(shares, threads).stream().flatMap(List::stream).toList();
    }

    private List<Generation> generate(List<NoteSequence> primers, int from, int end) {
        List<Task> tasks = new ArrayList<>();
        for (int i = from; i < end; i++) {
            tasks.add(task(primers, i));
        }
        MelodyRuns together = new MelodyRuns(generator.model(), tasks.size());
        List<MelodyRnnState> heard =
                together.hear(tasks.stream().map(Task::primer).toList());
        List<Preparation> prepared = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            prepared.add(prepare(tasks.get(i), heard.get(i), from + i, primers.size()));
        }
        return made(prepared, together);
    }

    private Task task(List<NoteSequence> primers, int index) {
        try {
            return Task.of(generator, Optional.of(primers.get(index)), options.withSeed(options.seed() + index));
        } catch (IllegalArgumentException e) {
            throw refused(index, primers.size(), e);
        }
    }

    private static Preparation prepare(Task task, MelodyRnnState heard, int index, int count) {
        try {
            return Preparation.of(task, heard);
        } catch (IllegalArgumentException e) {
            throw refused(index, count, e);
        }
    }

    private static IllegalArgumentException refused(int index, int count, IllegalArgumentException e) {
        return new IllegalArgumentException("primer " + (index + 1) + " of " + count + ": " + e.getMessage(), e);
    }

    /** Makes what is prepared, in order, as many at once as is worth it. */
    static List<Generation> made(
            int count, MelodyRnn model, boolean nativeEngine, LongFunction<Preparation> preparations) {
        // Each can be replayed: where many at once are rounded otherwise than one, each is made alone.
        int atOnce = nativeEngine ? 1 : MOST;
        MelodyRuns together = new MelodyRuns(model, Math.min(count, atOnce));
        List<Generation> made = new ArrayList<>();
        while (made.size() < count) {
            List<Preparation> next = new ArrayList<>();
            for (long i = made.size(); i < count && next.size() < atOnce; i++) {
                next.add(preparations.apply(i));
            }
            made.addAll(made(next, together));
        }
        return made;
    }

    private static List<Generation> made(List<Preparation> preparations, MelodyRuns together) {
        Task first = preparations.get(0).task();
        if (first.options().beam().isPresent()) {
            return preparations.stream().map(Ensemble::searched).toList();
        }
        List<MelodyRun> runs = preparations.stream().map(Preparation::start).toList();
        for (int step = 0; step < first.options().steps(); step++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted after " + step + " steps of many continuations");
            }
            together.step(runs);
        }
        List<Generation> made = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            made.add(preparations.get(i).task().made(runs.get(i)));
        }
        return made;
    }

    private static Generation searched(Preparation preparation) {
        Steps steps = Steps.of(preparation);
        steps.forEachRemaining(step -> {});
        return steps.finished();
    }
}
