package io.github.musicgen.models.corpus;

import io.github.musicgen.models.corpus.source.Source;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads files, several at once; what they gave comes in the order of the files. Used once. */
final class ParallelReading {
    private final CorpusOptions options;
    private final int threads;
    private final CorpusProgress progress;
    private int done; // guarded by this

    ParallelReading(CorpusOptions options, int threads, CorpusProgress progress) {
        this.options = options;
        this.threads = threads;
        this.progress = progress;
    }

    /** A file for which there was no memory gets another chance when it is alone: the fault may have been its neighbor's. */
    List<FileReading> read(List<Source> sources) throws IOException {
        FileReading[] readings = readAll(sources);
        for (int i = 0; i < readings.length; i++) {
            if (readings[i].outOfMemory()) {
                readings[i] = FileReading.of(sources.get(i), options);
            }
        }
        return List.of(readings);
    }

    private FileReading[] readAll(List<Source> sources) throws IOException {
        FileReading[] readings = new FileReading[sources.size()]; // [sources]
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < readings.length; i = next.getAndIncrement()) {
                readings[i] = FileReading.of(sources.get(i), options);
                tell(sources.get(i), readings.length);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads, ParallelReading::newThread);
        try {
            await(pool, worker);
        } finally {
            pool.shutdownNow();
        }
        return readings;
    }

    private static Thread newThread(Runnable run) {
        Thread thread = new Thread(run, "musicgen-corpus");
        thread.setDaemon(true);
        return thread;
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
            if (Thread.interrupted()) { // after the last worker was done, which get() does not tell
                throw new InterruptedException();
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
