package io.github.musicgen.models.evaluation;

/**
 * How a model fares on one kind of event.
 *
 * @param steps how many there are
 * @param nats minus the natural logarithms of what it finds likely, added up
 * @param hits how often the event was what it found likeliest
 */
public record KindScore(long steps, double nats, long hits) {
    /** No steps. */
    public static final KindScore NONE = new KindScore(0, 0, 0);

    /**
     * Two scores together.
     *
     * @param other the other
     * @return their sums
     */
    public KindScore plus(KindScore other) {
        return new KindScore(steps + other.steps, nats + other.nats, hits + other.hits);
    }

    /**
     * How often it is right.
     *
     * @return 0 to 1; not a number if there are no steps
     */
    public double accuracy() {
        return (double) hits / steps;
    }

    /**
     * How surprised it is.
     *
     * @return nats for each step; not a number if there are no steps
     */
    public double natsPerStep() {
        return nats / steps;
    }
}
