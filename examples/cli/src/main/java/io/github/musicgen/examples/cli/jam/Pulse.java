package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.representation.time.Tempo;

/**
 * How fast a jam goes. The first note of a call is on a beat, since nobody counts in.
 *
 * @param quartersPerMinute the tempo
 * @param stepsPerQuarter of the model
 */
record Pulse(double quartersPerMinute, int stepsPerQuarter) {
    /** Four beats to a bar: what the models that come along know best. */
    private static final int BEATS_PER_BAR = 4;

    private static final double MICROSECONDS_PER_MINUTE = 60_000_000;

    static final int SLOWEST = 30;
    static final int FASTEST = 300;

    Pulse {
        if (!(quartersPerMinute >= SLOWEST && quartersPerMinute <= FASTEST)) {
            throw new IllegalArgumentException("--tempo must be " + SLOWEST + ".." + FASTEST
                    + " quarter notes a minute, but was " + quartersPerMinute);
        }
    }

    double microsecondsPerStep() {
        return MICROSECONDS_PER_MINUTE / quartersPerMinute / stepsPerQuarter;
    }

    /** The step nearest to a time. */
    int stepAt(long microseconds) {
        return (int) Math.round(microseconds / microsecondsPerStep());
    }

    long microsecondsAt(int step) {
        return Math.round(step * microsecondsPerStep());
    }

    int stepsPerBar() {
        return BEATS_PER_BAR * stepsPerQuarter;
    }

    /** The first beat in this step or after it. */
    int beatFrom(int step) {
        return roundedUp(step, stepsPerQuarter);
    }

    /** The first bar line in this step or after it. */
    int barFrom(int step) {
        return roundedUp(step, stepsPerBar());
    }

    Tempo tempo() {
        return Tempo.ofQuartersPerMinute(0, quartersPerMinute);
    }

    private static int roundedUp(int step, int unit) {
        return (step + unit - 1) / unit * unit;
    }
}
