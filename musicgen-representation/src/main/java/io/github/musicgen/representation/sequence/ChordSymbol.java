package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;

/**
 * A chord symbol that holds from a tick until the next one.
 *
 * @param tick where
 * @param text the chord as written above a staff, such as {@code Am7/G}; {@code N.C.} for no chord
 */
public record ChordSymbol(long tick, String text) implements TickEvent<ChordSymbol> {
    /** The text of a passage without a chord. */
    public static final String NO_CHORD = "N.C.";

    /** Checks the tick. */
    public ChordSymbol {
        Ticks.require("chord symbol tick", tick);
    }

    @Override
    public ChordSymbol withTick(long newTick) {
        return new ChordSymbol(newTick, text);
    }
}
