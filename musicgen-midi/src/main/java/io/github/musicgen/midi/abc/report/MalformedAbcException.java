package io.github.musicgen.midi.abc.report;

import io.github.musicgen.midi.format.MalformedMusicException;

/** A text breaks the rules of ABC notation, or the bounds of this reader; says in which line and column. */
public final class MalformedAbcException extends MalformedMusicException {

    private static final long serialVersionUID = 1L;

    /** The line counted from 1. */
    private final int line;

    /** The column counted from 1. */
    private final int column;

    /**
     * Creates an exception with a message such as {@code line 3, column 5: chord is not closed}.
     *
     * @param line the line counted from 1
     * @param column the column counted from 1
     * @param problem what is wrong, naming the value and the bound it breaks
     */
    public MalformedAbcException(int line, int column, String problem) {
        super(place(line, column), problem);
        this.line = line;
        this.column = column;
    }

    static String place(int line, int column) {
        return "line " + line + ", column " + column;
    }

    /**
     * Returns the line in which the fault is.
     *
     * @return the line counted from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column at which the fault was seen.
     *
     * @return the column counted from 1
     */
    public int column() {
        return column;
    }
}
