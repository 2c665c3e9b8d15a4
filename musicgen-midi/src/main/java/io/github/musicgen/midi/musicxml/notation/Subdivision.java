package io.github.musicgen.midi.musicxml.notation;

import java.util.List;

/**
 * How a quarter, or what a bar has left of one, is divided.
 *
 * @param actual how many notes are played
 * @param normal in the time of how many
 * @param step what positions are multiples of
 * @param coarse the shortest length that is given to a note which has none
 */
public record Subdivision(int actual, int normal, long step, long coarse) {
    static final Subdivision BINARY = new Subdivision(1, 1, NotationTime.SHORTEST, NotationTime.QUARTER / 8);
    static final Subdivision TRIPLET = tuplet(3, 2);

    /** All that are tried, the simplest first. */
    static final List<Subdivision> ALL =
            List.of(BINARY, TRIPLET, tuplet(5, 4), tuplet(7, 4), tuplet(9, 8), tuplet(11, 8), tuplet(13, 8));

    /** What positions are moved to that fit none of them exactly. */
    static final Subdivision ROUNDED_BINARY = new Subdivision(1, 1, NotationTime.QUARTER / 8, NotationTime.QUARTER / 8);

    static final Subdivision ROUNDED_TRIPLET =
            new Subdivision(3, 2, NotationTime.QUARTER / 12, NotationTime.QUARTER / 12);

    private static Subdivision tuplet(int actual, int normal) {
        // Down to 32nd, 64th or 128th notes of the tuplet, whichever keeps them at least as long as a 256th.
        return new Subdivision(
                actual, normal, NotationTime.QUARTER * normal / actual / 32, NotationTime.QUARTER / (4L * actual));
    }

    public boolean isTuplet() {
        return actual > 1;
    }
}
