package io.github.musicgen.models.training;

import java.time.Duration;

/** Tells how long something has taken, perhaps in several goes. */
final class Stopwatch {
    private static final double NANOSECONDS = Duration.ofSeconds(1).toNanos();

    private final long start;

    private Stopwatch(long start) {
        this.start = start;
    }

    static Stopwatch start() {
        return startedBefore(0);
    }

    /** One that tells so many seconds already. */
    static Stopwatch startedBefore(double seconds) {
        return new Stopwatch(System.nanoTime() - (long) (seconds * NANOSECONDS));
    }

    double seconds() {
        return (System.nanoTime() - start) / NANOSECONDS;
    }
}
