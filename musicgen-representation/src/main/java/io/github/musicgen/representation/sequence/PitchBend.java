package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;

/**
 * A pitch bend.
 *
 * @param tick where
 * @param value -8192 to 8191; 0 is no bend
 */
public record PitchBend(long tick, int value) implements TickEvent<PitchBend> {
    /** The bend furthest down. */
    public static final int MIN = -8192;

    /** The bend furthest up. */
    public static final int MAX = 8191;

    /** Checks both components. */
    public PitchBend {
        Ticks.require("pitch bend tick", tick);
        Requirements.requireRange("pitch bend", value, MIN, MAX);
    }

    @Override
    public PitchBend withTick(long newTick) {
        return new PitchBend(newTick, value);
    }
}
