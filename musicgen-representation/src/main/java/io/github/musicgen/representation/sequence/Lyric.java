package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Ticks;

/**
 * A syllable that is sung.
 *
 * @param tick where
 * @param text the syllable
 */
public record Lyric(long tick, String text) {
    /** Checks the tick. */
    public Lyric {
        Ticks.require("lyric tick", tick);
    }
}
