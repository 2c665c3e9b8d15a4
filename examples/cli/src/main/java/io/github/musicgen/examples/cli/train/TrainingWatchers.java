package io.github.musicgen.examples.cli.train;

import io.github.musicgen.models.training.TrainingProgress;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who are told how a training goes, and closed when it is over, however it ended. */
final class TrainingWatchers implements Closeable {
    private final List<TrainingProgress> watchers = new ArrayList<>();

    void add(TrainingProgress watcher) {
        watchers.add(watcher);
    }

    TrainingProgress progress() {
        return TrainingProgress.all(watchers.toArray(TrainingProgress[]::new));
    }

    @Override
    public void close() throws IOException {
        @Nullable IOException first = null;
        for (TrainingProgress watcher : watchers) {
            try {
                if (watcher instanceof Closeable open) {
                    open.close();
                }
            } catch (IOException failed) {
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
