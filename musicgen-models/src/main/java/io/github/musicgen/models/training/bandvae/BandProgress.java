package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.models.training.course.TrainingStep;
import java.util.List;

/** Is told how the training of a band goes on, in the thread that trains. What it throws ends the training. */
public interface BandProgress {
    /** Says nothing. */
    BandProgress NONE = new BandProgress() {};

    /**
     * Training begins, or goes on where it was stopped.
     *
     * @param history the epochs that have ended before, of all networks
     */
    default void start(List<BandEpoch> history) {}

    /**
     * A batch has been learned.
     *
     * @param step where the training of the present network is; its nats are those of a segment
     */
    default void step(TrainingStep step) {}

    /**
     * An epoch of a network has ended.
     *
     * @param report what became of it
     */
    default void epoch(BandEpoch report) {}
}
