package io.github.musicgen.models.training;

/** Is told how the training of a band goes on, in the thread that trains. What it throws ends the training. */
public interface BandProgress {
    /** Says nothing. */
    BandProgress NONE = new BandProgress() {};

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
