package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Ticks;

/**
 * A named place.
 *
 * @param tick where
 * @param text its name
 */
public record Marker(long tick, String text) {
    /** Checks the tick. */
    public Marker {
        Ticks.require("marker tick", tick);
    }
}
