package io.github.musicgen.api.plan;

import java.time.Duration;

/** Until when there is time. What may take long looks at it between its steps. */
public final class Deadline {
    private static final Duration FOREVER = Duration.ofDays(36_500);

    /** There is no hurry. */
    public static final Deadline NONE = in(FOREVER);

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** There is no more time. It tells nobody where the work stood, so it has no stack trace. */
    public static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Passed() {
            super("there is no more time", null, false, false);
        }
    }

    /**
     * A deadline from now on.
     *
     * @param time how long there is time; none if it is negative, for ever from a century on
     * @return the deadline
     */
    public static Deadline in(Duration time) {
        Duration most = time.compareTo(FOREVER) < 0 ? time : FOREVER; // further away, it would overflow
        return new Deadline(System.nanoTime() + (most.isNegative() ? 0 : most.toNanos()));
    }

    /**
     * Looks at the clock.
     *
     * @return whether there is no more time
     */
    public boolean passed() {
        return System.nanoTime() - nanoTime >= 0;
    }

    /**
     * Looks at the clock on behalf of work that leaves nothing if it is not finished.
     *
     * @throws Passed if there is no more time
     */
    public void check() {
        if (passed()) {
            throw new Passed();
        }
    }
}
