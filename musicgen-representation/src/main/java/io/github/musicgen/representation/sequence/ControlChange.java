package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;

/**
 * A controller that takes a new value.
 *
 * @param tick where
 * @param controller its number, 0 to 127
 * @param value its value, 0 to 127
 */
public record ControlChange(long tick, int controller, int value) implements TickEvent<ControlChange> {
    /** The number of the sustain pedal. */
    public static final int SUSTAIN = 64;

    /** Checks all components. */
    public ControlChange {
        Ticks.require("control change tick", tick);
        Requirements.requireSevenBits("controller", controller);
        Requirements.requireSevenBits("control value", value);
    }

    @Override
    public ControlChange withTick(long newTick) {
        return new ControlChange(newTick, controller, value);
    }
}
