package io.github.musicgen.models.training.course;

import java.time.Duration;

/** Tells how long something has taken, perhaps in several goes. */
public final class Stopwatch {
    private static final double NANOSECONDS = Duration.ofSeconds(1).toNanos();

    private final long start;

    private Stopwatch(long start) {
        this.start = start;
    }

    /**
     * One that starts now.
     *
     * @return the watch
     */
    public static Stopwatch start() {
        return startedBefore(0);
    }

    /**
     * One that goes on.
     *
     * @param seconds what it tells already
     * @return the watch
     */
    public static Stopwatch startedBefore(double seconds) {
        return new Stopwatch(System.nanoTime() - (long) (seconds * NANOSECONDS));
    }

    /**
     * How long it has taken.
     *
     * @return seconds
     */
    public double seconds() {
        return (System.nanoTime() - start) / NANOSECONDS;
    }
}
