package io.github.musicgen.models.training;

/** Is told how the training of a space goes on, in the thread that trains. What it throws ends the training. */
public interface LatentProgress {
    /** Says nothing. */
    LatentProgress NONE = new LatentProgress() {};

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
