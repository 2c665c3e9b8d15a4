package io.github.musicgen.representation.time;

import java.util.List;

/** All time signatures of a piece, and where its bars begin. */
public final class MeterMap {
    private final int ticksPerQuarter;
    private final List<TimeSignature> timeSignatures;
    private final long[] firstBars; // [timeSignatures]: bars before each of them

    private MeterMap(int ticksPerQuarter, List<TimeSignature> timeSignatures) {
        this.ticksPerQuarter = Ticks.requireResolution(ticksPerQuarter);
        this.timeSignatures = timeSignatures;
        this.firstBars = new long[timeSignatures.size()];
        for (int i = 1; i < firstBars.length; i++) {
            TimeSignature before = timeSignatures.get(i - 1);
            long length = timeSignatures.get(i).tick() - before.tick();
            // A bar that the change cuts short is a bar too.
            firstBars[i] = firstBars[i - 1] + barsStartingWithin(before, length);
        }
    }

    /**
     * A map of some time signatures, in any order. Of several at one tick the last one holds; before the first it is 4/4.
     *
     * @param ticksPerQuarter the resolution that ticks are counted in
     * @param timeSignatures the time signatures
     * @return the map
     */
    public static MeterMap of(int ticksPerQuarter, List<TimeSignature> timeSignatures) {
        return new MeterMap(ticksPerQuarter, Changes.normalized(timeSignatures, new TimeSignature(0, 4, 4)));
    }

    /**
     * The resolution.
     *
     * @return ticks per quarter note
     */
    public int ticksPerQuarter() {
        return ticksPerQuarter;
    }

    /**
     * The time signatures.
     *
     * @return in order of time, the first at tick 0, no two at one tick
     */
    public List<TimeSignature> timeSignatures() {
        return timeSignatures;
    }

    /**
     * The time signature that holds at a tick.
     *
     * @param tick the position
     * @return the time signature
     */
    public TimeSignature timeSignatureAt(long tick) {
        return timeSignatures.get(indexAt(tick));
    }

    /**
     * The bar that a tick lies in.
     *
     * @param tick the position
     * @return its number, the first being 0
     */
    public long barAt(long tick) {
        int index = indexAt(tick);
        TimeSignature signature = timeSignatures.get(index);
        // The last bar that starts at or before the tick, which is the last of those that start before the next tick.
        return firstBars[index] + barsStartingWithin(signature, tick - signature.tick() + 1) - 1;
    }

    /**
     * Where a bar begins. A bar whose length is no whole number of ticks begins at the tick that its exact start lies in.
     *
     * @param bar its number, the first being 0
     * @return the tick
     * @throws IllegalArgumentException if there is no such bar, or if it begins beyond {@link Ticks#MAX}
     */
    public long barStart(long bar) {
        long last = barAt(Ticks.MAX);
        if (bar < 0 || bar > last) {
            throw new IllegalArgumentException("bar must be 0.." + last + ", but was " + bar);
        }
        int index = Changes.lastAtOrBefore(firstBars.length, i -> firstBars[i], bar);
        TimeSignature signature = timeSignatures.get(index);
        return signature.tick() + (bar - firstBars[index]) * ticksTimesDenominator(signature) / signature.denominator();
    }

    /**
     * Whether a bar begins at a tick.
     *
     * @param tick the position
     * @return whether {@link #barStart} of some bar is this tick
     */
    public boolean isBarStart(long tick) {
        return barStart(barAt(tick)) == tick;
    }

    /**
     * The same meters at another resolution.
     *
     * @param newTicksPerQuarter the resolution wanted
     * @return a map whose changes lie at the nearest ticks
     */
    public MeterMap withResolution(int newTicksPerQuarter) {
        return of(newTicksPerQuarter, Changes.rescaled(timeSignatures, ticksPerQuarter, newTicksPerQuarter));
    }

    private int indexAt(long tick) {
        Ticks.require("tick", tick);
        return Changes.lastAtOrBefore(
                timeSignatures.size(), i -> timeSignatures.get(i).tick(), tick);
    }

    /** How many bars of a meter start within a length: bar k starts at floor(k * barTicks), so this is ceil(length / barTicks). */
    private long barsStartingWithin(TimeSignature signature, long length) {
        long barTicksTimesDenominator = ticksTimesDenominator(signature);
        return (length * signature.denominator() + barTicksTimesDenominator - 1) / barTicksTimesDenominator;
    }

    /** The length of a bar, which need not be a whole number of ticks, times the denominator, which makes it one. */
    private long ticksTimesDenominator(TimeSignature signature) {
        return 4L * ticksPerQuarter * signature.numerator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeterMap map
                && ticksPerQuarter == map.ticksPerQuarter
                && timeSignatures.equals(map.timeSignatures);
    }

    @Override
    public int hashCode() {
        return 31 * ticksPerQuarter + timeSignatures.hashCode();
    }

    @Override
    public String toString() {
        return "MeterMap[ticksPerQuarter=" + ticksPerQuarter + ", timeSignatures=" + timeSignatures + "]";
    }
}
