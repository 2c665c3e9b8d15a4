package io.github.musicgen.models.report;

import io.github.musicgen.models.training.EpochReport;
import io.github.musicgen.models.training.TrainingProgress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the page of a training anew after each epoch. What cannot be written does not stop the training, and is tried again
 * after the next epoch: {@link #close} says it if it was the last.
 */
public final class LivePage implements TrainingProgress, Closeable {
    private final Path path;
    private final Function<List<EpochReport>, TrainingPage> page;
    private final List<EpochReport> history = new ArrayList<>();
    private @Nullable IOException failure;

    private LivePage(Path path, Function<List<EpochReport>, TrainingPage> page) {
        this.path = path;
        this.page = page;
    }

    /**
     * Writes a page.
     *
     * @param path where to; what is there is replaced
     * @param page makes it of the epochs so far
     * @return what writes it
     */
    public static LivePage at(Path path, Function<List<EpochReport>, TrainingPage> page) {
        return new LivePage(path, page);
    }

    @Override
    public void start(List<EpochReport> before) {
        history.clear();
        history.addAll(before);
        write();
    }

    @Override
    public void epoch(EpochReport report) {
        history.add(report);
        write();
    }

    private void write() {
        try {
            page.apply(List.copyOf(history)).write(path);
            failure = null;
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * Ends it.
     *
     * @throws IOException if the page could not be written when it was last tried
     */
    @Override
    public void close() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
