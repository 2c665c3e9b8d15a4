package io.github.musicgen.models.training;

import io.github.musicgen.models.training.course.TrainingStep;
import java.util.List;
import java.util.function.Consumer;

/** Is told how training goes on, in the thread that trains. What it throws ends the training. */
public interface TrainingProgress {
    /** Says nothing. */
    TrainingProgress NONE = new TrainingProgress() {};

    /**
     * Training begins, or goes on where it was stopped.
     *
     * @param history the epochs that have ended before
     */
    default void start(List<EpochReport> history) {}

    /**
     * A batch has been learned.
     *
     * @param step where training is
     */
    default void step(TrainingStep step) {}

    /**
     * An epoch has ended.
     *
     * @param report what became of it
     */
    default void epoch(EpochReport report) {}

    /**
     * Tells several.
     *
     * @param progresses are told one after the other
     * @return all of them as one
     */
    static TrainingProgress all(TrainingProgress... progresses) {
        List<TrainingProgress> told = List.of(progresses);
        return new TrainingProgress() {
            @Override
            public void start(List<EpochReport> history) {
                each(progress -> progress.start(history));
            }

            @Override
            public void step(TrainingStep step) {
                each(progress -> progress.step(step));
            }

            @Override
            public void epoch(EpochReport report) {
                each(progress -> progress.epoch(report));
            }

            private void each(Consumer<TrainingProgress> word) {
                told.forEach(word);
            }
        };
    }
}
