package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.time.Ticks;

/**
 * A passage to be told from the others.
 *
 * @param fromTick where it begins
 * @param toTick where it ends, after its beginning
 * @param label what is written above it; may be empty
 * @param kind its color
 */
public record Region(long fromTick, long toTick, String label, Kind kind) {
    /** What a passage is. */
    public enum Kind {
        /** Given music that something was made from. */
        PRIMER,
        /** Music that was made. */
        CONTINUATION,
        /** Anything else that is worth a look. */
        HIGHLIGHT
    }

    /** Checks the ticks. */
    public Region {
        Ticks.require("start of a region", fromTick);
        Ticks.require("end of a region", toTick);
        if (toTick <= fromTick) {
            throw new IllegalArgumentException(
                    "end of a region must lie after its start, tick " + fromTick + ", but was " + toTick);
        }
    }

    /**
     * What a continuation was made from.
     *
     * @param fromTick where it begins
     * @param toTick where it ends
     * @return a region labeled so
     */
    public static Region primer(long fromTick, long toTick) {
        return new Region(fromTick, toTick, "primer", Kind.PRIMER);
    }

    /**
     * What was made from a primer.
     *
     * @param fromTick where it begins
     * @param toTick where it ends
     * @return a region labeled so
     */
    public static Region continuation(long fromTick, long toTick) {
        return new Region(fromTick, toTick, "continuation", Kind.CONTINUATION);
    }

    boolean contains(long tick) {
        return tick >= fromTick && tick < toTick;
    }
}
