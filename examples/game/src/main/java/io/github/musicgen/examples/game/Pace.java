package io.github.musicgen.examples.game;

import java.util.concurrent.locks.LockSupport;

/** Waits for frames, at sixty a second. Counts from the start, so that no delay adds up: a late frame is followed by early ones. */
final class Pace {
    private static final long SECOND_NANOS = 1_000_000_000;

    private long start = System.nanoTime();

    /** Returns when a frame is due, or the thread is interrupted. */
    void await(long frame) {
        long due = start + frame * SECOND_NANOS / Soundtrack.FRAMES_PER_SECOND;
        long left = due - System.nanoTime();
        if (left < -SECOND_NANOS) { // the machine was asleep: what it missed is not made up for
            start -= left;
        }
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
