package io.github.musicgen.midi.format;

import java.io.IOException;

/** A book of tunes has fewer tunes than were asked for. */
public final class NoSuchTuneException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception that names the bound and the value.
     *
     * @param tunes how many tunes the book has
     * @param tune which one was asked for, counted from 1
     */
    public NoSuchTuneException(int tunes, int tune) {
        super("tune must be 1.." + tunes + ", but was " + tune);
    }

    /**
     * Returns the one tune that is asked for, if there are so many.
     *
     * @param tunes how many tunes the book has
     * @param tune which one, counted from 1
     * @return its index, counted from 0
     * @throws NoSuchTuneException if there is no such tune
     */
    public static int index(int tunes, int tune) throws NoSuchTuneException {
        if (tune < 1 || tune > tunes) {
            throw new NoSuchTuneException(tunes, tune);
        }
        return tune - 1;
    }
}
