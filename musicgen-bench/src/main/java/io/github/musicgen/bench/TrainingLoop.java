package io.github.musicgen.bench;

/** Training as it is timed: always the same batch. */
public interface TrainingLoop extends AutoCloseable {
    /**
     * Forwards, backwards, and Adam.
     *
     * @return the loss
     */
    double step();

    @Override
    default void close() {}
}
