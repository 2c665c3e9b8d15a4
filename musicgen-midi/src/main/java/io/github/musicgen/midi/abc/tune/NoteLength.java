package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;

/**
 * What stands behind a note: how many unit notes it is long.
 *
 * @param numerator at least 1
 * @param denominator at least 1
 */
public record NoteLength(int numerator, int denominator) {
    /** The longest note in unit notes. */
    static final int MAX_NUMERATOR = 10_000;

    /** The shortest note is this part of a unit note. */
    static final int MAX_DENOMINATOR = 4_096;

    private static final NoteLength ONE = new NoteLength(1, 1);

    /** Reads {@code 3}, {@code 3/2}, {@code /4}, {@code //} or nothing. */
    public static NoteLength read(Cursor cursor, Problems problems) throws MalformedAbcException {
        if (!cursor.atDigit() && cursor.peek() != '/') {
            return ONE;
        }
        Place place = cursor.place();
        int numerator = cursor.atDigit() ? cursor.number("length of a note", MAX_NUMERATOR) : 1;
        int denominator = cursor.peek() == '/' ? denominator(cursor) : 1;
        if (numerator == 0 || denominator == 0) {
            problems.repaired(place, "length of a note must not be zero", "taken as one unit");
            return ONE;
        }
        return new NoteLength(numerator, denominator);
    }

    private static int denominator(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        long denominator = 1;
        while (cursor.accept('/')) {
            denominator = Math.min(2 * denominator, 2 * MAX_DENOMINATOR);
            if (cursor.atDigit()) {
                denominator = denominator / 2 * Math.min(cursor.number(), 2 * MAX_DENOMINATOR);
            }
        }
        if (denominator > MAX_DENOMINATOR) {
            throw place.malformed("length of a note must be at least 1/" + MAX_DENOMINATOR + " unit, but was less");
        }
        return (int) denominator;
    }

    /** This many of some unit. */
    public long of(long unit, Place place) throws MalformedAbcException {
        long length = FineTime.scaled(unit, numerator, denominator);
        if (length < 1 || length > FineTime.MAX_LENGTH) {
            throw place.malformed(
                    "length of a note must be 1/" + FineTime.QUARTER + ".." + FineTime.MAX_LENGTH / FineTime.QUARTER
                            + " quarters, but was " + numerator + "/" + denominator + " of "
                            + FineTime.inQuarters(unit));
        }
        return length;
    }
}
