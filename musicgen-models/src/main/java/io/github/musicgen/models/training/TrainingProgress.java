package io.github.musicgen.models.training;

/** Is told how training goes on, in the thread that trains. */
public interface TrainingProgress {
    /** Says nothing. */
    TrainingProgress NONE = new TrainingProgress() {};

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
}
