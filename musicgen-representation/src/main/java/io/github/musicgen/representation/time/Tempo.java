package io.github.musicgen.representation.time;

/**
 * A tempo that holds from a tick on.
 *
 * @param tick where it begins
 * @param microsecondsPerQuarter the length of a quarter note, as a Standard MIDI File stores it
 */
public record Tempo(long tick, int microsecondsPerQuarter) implements TickEvent<Tempo> {
    /** The longest quarter that the three bytes of a MIDI tempo event can hold. */
    public static final int MAX_MICROSECONDS_PER_QUARTER = 0xFF_FFFF;

    /** 120 quarters per minute: what music without a tempo is played at. */
    public static final int DEFAULT_MICROSECONDS_PER_QUARTER = 500_000;

    private static final double MICROSECONDS_PER_MINUTE = 60e6;

    /** Checks both components. */
    public Tempo {
        Ticks.require("tempo tick", tick);
        if (microsecondsPerQuarter < 1 || microsecondsPerQuarter > MAX_MICROSECONDS_PER_QUARTER) {
            throw new IllegalArgumentException("tempo must be 1.." + MAX_MICROSECONDS_PER_QUARTER
                    + " microseconds per quarter, but was " + microsecondsPerQuarter);
        }
    }

    /**
     * A tempo given in the usual unit, rounded to a whole number of microseconds per quarter.
     *
     * @param tick where it begins
     * @param quartersPerMinute quarter notes per minute, from about 3.6 upwards
     * @return the tempo
     */
    public static Tempo ofQuartersPerMinute(long tick, double quartersPerMinute) {
        double microseconds = MICROSECONDS_PER_MINUTE / quartersPerMinute;
        if (!(microseconds >= 0.5 && microseconds < MAX_MICROSECONDS_PER_QUARTER + 0.5)) {
            throw new IllegalArgumentException("quarters per minute must be "
                    + MICROSECONDS_PER_MINUTE / MAX_MICROSECONDS_PER_QUARTER + ".." + MICROSECONDS_PER_MINUTE
                    + ", but was "
                    + quartersPerMinute);
        }
        return new Tempo(tick, (int) Math.round(microseconds));
    }

    /**
     * The usual unit.
     *
     * @return quarter notes per minute
     */
    public double quartersPerMinute() {
        return MICROSECONDS_PER_MINUTE / microsecondsPerQuarter;
    }

    @Override
    public Tempo withTick(long newTick) {
        return new Tempo(newTick, microsecondsPerQuarter);
    }
}
