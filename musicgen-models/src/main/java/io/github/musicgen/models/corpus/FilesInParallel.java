package io.github.musicgen.models.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Does the same to every file, several at once; the results come in the order of the files. */
final class FilesInParallel {
    private final int threads;
    private final CorpusProgress progress;
    private int done; // guarded by this

    FilesInParallel(int threads, CorpusProgress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    List<FileReading> map(List<Source> sources, Function<Source, FileReading> task) throws IOException {
        FileReading[] results = new FileReading[sources.size()]; // [sources]
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                results[i] = task.apply(sources.get(i));
                tell(sources.get(i), results.length);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, Math.max(1, results.length)), run -> {
            Thread thread = new Thread(run, "musicgen-corpus");
            thread.setDaemon(true);
            return thread;
        });
        try {
            await(pool, worker);
        } finally {
            pool.shutdownNow();
        }
        return new ArrayList<>(Arrays.asList(results));
    }

    private synchronized void tell(Source source, int total) {
        done++;
        progress.fileDone(done, total, source.name());
    }

    private void await(ExecutorService pool, Runnable worker) throws IOException {
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(pool.submit(worker));
        }
        try {
            for (Future<?> running : workers) {
                running.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading the corpus was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
