package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;

/**
 * A syllable that is sung.
 *
 * @param tick where
 * @param text the syllable
 */
public record Lyric(long tick, String text) implements TickEvent<Lyric> {
    /** Checks the tick. */
    public Lyric {
        Ticks.require("lyric tick", tick);
    }

    @Override
    public Lyric withTick(long newTick) {
        return new Lyric(newTick, text);
    }
}
