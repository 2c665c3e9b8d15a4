package io.github.musicgen.representation.time;

import java.util.ArrayList;
import java.util.Comparator;
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
        return new MeterMap(
                ticksPerQuarter,
                Changes.normalized(
                        timeSignatures, Comparator.comparingLong(TimeSignature::tick), new TimeSignature(0, 4, 4)));
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
     */
    public long barStart(long bar) {
        if (bar < 0) {
            throw new IllegalArgumentException("bar must be 0 or more, but was " + bar);
        }
        int index = Changes.lastAtOrBefore(firstBars, bar);
        TimeSignature signature = timeSignatures.get(index);
        long wholeNotes = Math.multiplyExact(bar - firstBars[index], (long) signature.numerator());
        return Ticks.require(
                "start of bar " + bar,
                signature.tick() + Math.multiplyExact(wholeNotes, 4L * ticksPerQuarter) / signature.denominator());
    }

    /**
     * The same meters at another resolution.
     *
     * @param newTicksPerQuarter the resolution wanted
     * @return a map whose changes lie at the nearest ticks
     */
    public MeterMap withResolution(int newTicksPerQuarter) {
        Ticks.requireResolution(newTicksPerQuarter);
        List<TimeSignature> moved = new ArrayList<>(timeSignatures.size());
        for (TimeSignature signature : timeSignatures) {
            long tick = Ticks.rescale(signature.tick(), ticksPerQuarter, newTicksPerQuarter);
            moved.add(new TimeSignature(tick, signature.numerator(), signature.denominator()));
        }
        return of(newTicksPerQuarter, moved);
    }

    private int indexAt(long tick) {
        Ticks.require("tick", tick);
        return Changes.lastAtOrBefore(timeSignatures, TimeSignature::tick, tick);
    }

    /** How many bars of a meter start within a length: bar k starts at floor(k * barTicks), so this is ceil(length / barTicks). */
    private long barsStartingWithin(TimeSignature signature, long length) {
        long barTicksTimesDenominator = 4L * ticksPerQuarter * signature.numerator();
        return (length * signature.denominator() + barTicksTimesDenominator - 1) / barTicksTimesDenominator;
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
