package io.github.musicgen.examples.web.duet;

/** Allows so many messages a second on average, and two seconds' worth at once. For one thread at a time. */
final class MessageRate {
    private static final double NANOS = 1e9;
    private static final int BURST_SECONDS = 2;

    private final int perSecond;
    private double left;
    private long lastNanos;

    MessageRate(int perSecond, long nanos) {
        this.perSecond = perSecond;
        this.left = (double) perSecond * BURST_SECONDS;
        this.lastNanos = nanos;
    }

    boolean allows(long nanos) {
        left = Math.min((double) perSecond * BURST_SECONDS, left + (nanos - lastNanos) / NANOS * perSecond);
        lastNanos = nanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
