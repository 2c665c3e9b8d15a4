package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.models.training.course.TrainingStep;
import java.util.List;

/** Is told how the training of a space goes on, in the thread that trains. What it throws ends the training. */
public interface LatentProgress {
    /** Says nothing. */
    LatentProgress NONE = new LatentProgress() {};

    /**
     * Training begins, or goes on where it was stopped.
     *
     * @param history the epochs that have ended before
     */
    default void start(List<LatentEpoch> history) {}

    /**
     * A batch has been learned.
     *
     * @param step where training is; its nats are those of a melody, with what counts of its vector
     */
    default void step(TrainingStep step) {}

    /**
     * An epoch has ended.
     *
     * @param report what became of it
     */
    default void epoch(LatentEpoch report) {}
}
