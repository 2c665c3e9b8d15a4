package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.text.Place;

/**
 * A sign to go somewhere else, or the place to go to.
 *
 * @param kind which sign
 * @param time where it takes effect
 * @param place where it is written
 */
public record Jump(Kind kind, long time, Place place) {

    /** The signs. */
    public enum Kind {
        /** Where {@link #DAL_SEGNO} goes; takes effect where it stands. */
        SEGNO,
        /** The first: from here to the second, once a jump has been made. Takes effect where it stands. */
        CODA,
        /** The end, once a jump has been made; takes effect at the next bar line. */
        FINE,
        /** Back to the beginning, at the next bar line. */
        DA_CAPO,
        /** Back to the segno, at the next bar line. */
        DAL_SEGNO;

        boolean waitsForBarLine() {
            return this != SEGNO && this != CODA;
        }
    }

    public boolean goesBack() {
        return kind == Kind.DA_CAPO || kind == Kind.DAL_SEGNO;
    }
}
