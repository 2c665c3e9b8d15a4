package io.github.musicgen.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Threads that share work and are gone when it is done. */
final class Workers {
    private Workers() {}

    /** Does all work, on this thread if one is enough; the first failure, in the order of the work, ends all. */
    static <T> List<T> run(List<Supplier<T>> works, int threads) {
        if (threads == 1 || works.size() <= 1) {
            return works.stream().map(Supplier::get).toList();
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(threads, works.size()), Workers::thread);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Supplier<T> work : works) {
                futures.add(workers.submit(work::get));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "musicgen");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while others generated");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            if (e.getCause() instanceof Error broken) {
                throw broken;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
