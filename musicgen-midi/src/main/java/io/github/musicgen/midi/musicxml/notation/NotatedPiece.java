package io.github.musicgen.midi.musicxml.notation;

import java.util.List;

/**
 * A note, chord or rest as it is printed: one value, perhaps dotted, perhaps in a tuplet.
 *
 * @param start where it begins, in units of {@link NotationTime}
 * @param length how long it takes
 * @param value the power of two that it is of a quarter, in the tuplet's own time
 * @param dotted whether it is half as long again
 * @param tuplet what it is a part of
 * @param firstOfTuplet whether the tuplet begins with it
 * @param lastOfTuplet whether the tuplet ends with it
 * @param heads the notes of the chord; none for a rest
 */
public record NotatedPiece(
        long start,
        long length,
        int value,
        boolean dotted,
        Subdivision tuplet,
        boolean firstOfTuplet,
        boolean lastOfTuplet,
        List<Head> heads) {

    /** A note of a chord, tied to the piece before, to the one behind, or not. */
    public record Head(NotatedNote note, boolean tieStop, boolean tieStart) {}

    public long end() {
        return start + length;
    }
}
