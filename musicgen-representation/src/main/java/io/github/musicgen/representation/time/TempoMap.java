package io.github.musicgen.representation.time;

import java.util.List;

/**
 * All tempos of a piece and the exact way from ticks to seconds and back.
 *
 * <p>The time of a tick is kept as a whole number of <em>fine units</em>, one unit being a microsecond divided by the resolution.
 * A tick lasts exactly {@code microsecondsPerQuarter} of them, so sums are exact however often the tempo changes; a conversion
 * to seconds rounds once, at the end.
 */
public final class TempoMap {
    private static final long MICROSECONDS_PER_SECOND = 1_000_000;

    private final int ticksPerQuarter;
    private final List<Tempo> tempos;
    private final long[] startUnits; // [tempos]: fine units from tick 0 to the start of each tempo

    private TempoMap(int ticksPerQuarter, List<Tempo> tempos) {
        this.ticksPerQuarter = Ticks.requireResolution(ticksPerQuarter);
        this.tempos = tempos;
        this.startUnits = new long[tempos.size()];
        for (int i = 1; i < startUnits.length; i++) {
            startUnits[i] = startUnits[i - 1]
                    + unitsBetween(tempos.get(i - 1), tempos.get(i).tick());
        }
    }

    /**
     * A map of some tempos, in any order. Of several at one tick the last one holds; before the first the music runs at 120
     * quarters per minute.
     *
     * @param ticksPerQuarter the resolution that ticks are counted in
     * @param tempos the tempos
     * @return the map
     */
    public static TempoMap of(int ticksPerQuarter, List<Tempo> tempos) {
        return new TempoMap(
                ticksPerQuarter, Changes.normalized(tempos, new Tempo(0, Tempo.DEFAULT_MICROSECONDS_PER_QUARTER)));
    }

    /**
     * A map of one tempo.
     *
     * @param ticksPerQuarter the resolution that ticks are counted in
     * @param quartersPerMinute the tempo
     * @return the map
     */
    public static TempoMap constant(int ticksPerQuarter, double quartersPerMinute) {
        return of(ticksPerQuarter, List.of(Tempo.ofQuartersPerMinute(0, quartersPerMinute)));
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
     * The tempos.
     *
     * @return in order of time, the first at tick 0, no two at one tick
     */
    public List<Tempo> tempos() {
        return tempos;
    }

    /**
     * The tempo that holds at a tick.
     *
     * @param tick the position
     * @return the tempo
     */
    public Tempo tempoAt(long tick) {
        return tempos.get(indexAt(tick));
    }

    /**
     * Ticks to seconds: exact, then rounded to {@code double}.
     *
     * @param tick the position
     * @return seconds from the start
     */
    public double secondsAt(long tick) {
        return (double) unitsAt(tick) / unitsPerSecond();
    }

    /**
     * Seconds to the nearest tick. The inverse of {@link #secondsAt}, except where quarters are shorter than 4 milliseconds
     * (15,000 to the minute) and stand so late that a {@code double} no longer tells one of their ticks from the next.
     *
     * @param seconds seconds from the start
     * @return the nearest tick
     * @throws IllegalArgumentException if the time is negative, not a number, or beyond the last tick
     */
    public long tickAt(double seconds) {
        double last = secondsAt(Ticks.MAX);
        if (!(seconds >= 0 && seconds <= last)) {
            throw new IllegalArgumentException("time must be 0.." + last + " seconds, but was " + seconds);
        }
        return Math.min(Ticks.MAX, tickAtHalfUnits((long) (2 * seconds * unitsPerSecond())));
    }

    /**
     * Ticks to quarter notes.
     *
     * @param tick the position
     * @return quarter notes from the start
     */
    public double quartersAt(long tick) {
        return (double) tick / ticksPerQuarter;
    }

    /**
     * The same tempos at another resolution.
     *
     * @param newTicksPerQuarter the resolution wanted
     * @return a map whose changes lie at the nearest ticks
     */
    public TempoMap withResolution(int newTicksPerQuarter) {
        return of(newTicksPerQuarter, Changes.rescaled(tempos, ticksPerQuarter, newTicksPerQuarter));
    }

    /** The exact time of a tick in fine units; there are {@link #unitsPerSecond()} to a second. */
    long unitsAt(long tick) {
        int index = indexAt(tick);
        return startUnits[index] + unitsBetween(tempos.get(index), tick);
    }

    long unitsPerSecond() {
        return MICROSECONDS_PER_SECOND * ticksPerQuarter;
    }

    /**
     * The tick nearest to a time, halves up. The middle between two ticks is a whole number of half units, so the time may be
     * rounded down to half units before: the nearest tick stays the same. A time up to that of {@link Ticks#MAX} is less than
     * 2^62 units, so nothing overflows.
     */
    long tickAtHalfUnits(long halfUnits) {
        int index = Changes.lastAtOrBefore(startUnits.length, i -> startUnits[i], halfUnits >> 1);
        Tempo tempo = tempos.get(index);
        return tempo.tick()
                + Ticks.roundedQuotient(halfUnits - 2 * startUnits[index], 2L * tempo.microsecondsPerQuarter());
    }

    private int indexAt(long tick) {
        Ticks.require("tick", tick);
        return Changes.lastAtOrBefore(tempos.size(), i -> tempos.get(i).tick(), tick);
    }

    private static long unitsBetween(Tempo tempo, long tick) {
        return (tick - tempo.tick()) * tempo.microsecondsPerQuarter();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TempoMap map && ticksPerQuarter == map.ticksPerQuarter && tempos.equals(map.tempos);
    }

    @Override
    public int hashCode() {
        return 31 * ticksPerQuarter + tempos.hashCode();
    }

    @Override
    public String toString() {
        return "TempoMap[ticksPerQuarter=" + ticksPerQuarter + ", tempos=" + tempos + "]";
    }
}
