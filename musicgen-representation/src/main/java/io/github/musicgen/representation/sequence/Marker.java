package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;

/**
 * A named place.
 *
 * @param tick where
 * @param text its name
 */
public record Marker(long tick, String text) implements TickEvent<Marker> {
    /** Checks the tick. */
    public Marker {
        Ticks.require("marker tick", tick);
    }

    @Override
    public Marker withTick(long newTick) {
        return new Marker(newTick, text);
    }
}
