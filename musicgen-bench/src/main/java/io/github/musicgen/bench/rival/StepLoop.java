package io.github.musicgen.bench.rival;

/** What is timed. */
interface StepLoop extends AutoCloseable {
    /** A step; what it gives back keeps the JVM from leaving it out. */
    int step();

    @Override
    default void close() {}
}
