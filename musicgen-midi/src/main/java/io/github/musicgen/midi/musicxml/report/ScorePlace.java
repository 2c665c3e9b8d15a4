package io.github.musicgen.midi.musicxml.report;

import io.github.musicgen.midi.format.Excerpt;

/**
 * A place in a MusicXML file.
 *
 * @param line the line counted from 1, or 0 if the fault concerns the file as a whole
 * @param column the column counted from 1, or 0
 * @param part the id of the part, such as {@code P1}; empty outside any part
 * @param measure the number of the measure as the file gives it; empty outside any measure
 */
public record ScorePlace(int line, int column, String part, String measure) {

    /** No place within the file, but all of it. */
    public static final ScorePlace WHOLE_FILE = new ScorePlace(0, 0, "", "");

    /** Reads as {@code part P1, measure 12, line 340, column 7}, without what is not known. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, "part ", part);
        append(text, "measure ", measure);
        append(text, "line ", line == 0 ? "" : Integer.toString(line));
        append(text, "column ", line == 0 ? "" : Integer.toString(column));
        return text.isEmpty() ? "file" : text.toString();
    }

    private static void append(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append(label).append(Excerpt.of(value));
        }
    }
}
