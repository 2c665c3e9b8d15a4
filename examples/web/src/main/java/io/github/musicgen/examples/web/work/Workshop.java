package io.github.musicgen.examples.web.work;

import io.github.musicgen.examples.web.json.Refusal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does work that takes processor time, on so many threads and with so much of it waiting. */
public final class Workshop implements AutoCloseable {
    private static final long GRACE_SECONDS = 20; // for answers of milliseconds, of a few hundred clients

    private final ThreadPoolExecutor threads;

    /**
     * Opens a workshop.
     *
     * @param name of its threads
     * @param workers how many threads
     * @param waiting how much work may wait for them
     */
    public Workshop(String name, int workers, int waiting) {
        this.threads = new ThreadPoolExecutor(
                workers, workers, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Has something made.
     *
     * @param work makes it
     * @param senders whose threads send it: who reads slowly must not keep those who work
     * @param <T> what it is
     * @return what is made, or how it failed
     * @throws Refusal if too much work is waiting
     */
    public <T> CompletableFuture<T> make(Supplier<T> work, Executor senders) {
        return CompletableFuture.supplyAsync(work, executor()).whenCompleteAsync((made, failure) -> {}, senders);
    }

    /**
     * Where work is done.
     *
     * @return an executor, which throws a {@link Refusal} if too much work is waiting
     */
    public Executor executor() {
        return work -> {
            try {
                threads.execute(work);
            } catch (RejectedExecutionException e) {
                throw Refusal.of(Refusal.FULL, "the server has too much to do; try again in a moment");
            }
        };
    }

    /** Lets what was taken be finished, for a while. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
