package io.github.musicgen.midi.abc.report;

/**
 * Something in a tune that was skipped, or repaired, and how.
 *
 * @param line the line counted from 1
 * @param column the column counted from 1
 * @param text what it is and what was done about it
 */
public record AbcNotice(int line, int column, String text) {

    /** Reads as a sentence, such as {@code line 3, column 5: chord is not closed; closed at the end of the line}. */
    @Override
    public String toString() {
        return MalformedAbcException.place(line, column) + ": " + text;
    }
}
