package io.github.musicgen.examples.game;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes bars on a second thread, which alone touches the composer; the game only looks whether they are ready. */
final class ThreadWorkshop implements Workshop {
    private final Function<BarOrder, Bar> composer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(ThreadWorkshop::daemon);
    private @Nullable CompletableFuture<Bar> ordered;

    /** Of something that makes bars, which nobody else may use. */
    ThreadWorkshop(Function<BarOrder, Bar> composer) {
        this.composer = composer;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "composer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void order(BarOrder order) {
        ordered = CompletableFuture.supplyAsync(() -> composer.apply(order), thread);
    }

    @Override
    public boolean isBusy() {
        return ordered != null;
    }

    @Override
    public boolean work() {
        return false;
    }

    @Override
    public Optional<Bar> collect() {
        if (ordered == null || !ordered.isDone()) {
            return Optional.empty();
        }
        Bar bar = ordered.join(); // is done: does not wait, but tells a failure
        ordered = null;
        return Optional.of(bar);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
