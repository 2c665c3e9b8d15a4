package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A note as it is written: its line on the staff and the accidental before it.
 *
 * @param step its letter, 0 for C to 6 for B
 * @param octave 0 for the octave from middle C
 * @param accidental semitones; null without one
 */
public record StaffNote(int step, int octave, @Nullable Integer accidental) {
    private static final String STEPS = "CDEFGAB";
    private static final int[] SEMITONES = {0, 2, 4, 5, 7, 9, 11}; // [steps]: above the C below
    private static final int MIDDLE_C = 60;

    public static boolean startsAt(Cursor cursor) {
        return isLetter(cursor.peek()) || "^_=".indexOf(cursor.peek()) >= 0;
    }

    private static boolean isLetter(char character) {
        return (character >= 'A' && character <= 'G') || (character >= 'a' && character <= 'g');
    }

    /** Reads accidental, letter and octave; null if no letter follows the accidental. */
    public static @Nullable StaffNote read(Cursor cursor, Problems problems) throws MalformedAbcException {
        Place place = cursor.place();
        Integer accidental = accidental(cursor, problems);
        if (!isLetter(cursor.peek())) {
            problems.repaired(place, "accidental without a note", "skipped");
            return null;
        }
        char letter = cursor.next();
        int octave = letter >= 'a' ? 1 : 0;
        while (cursor.peek() == '\'' || cursor.peek() == ',') {
            octave += cursor.next() == '\'' ? 1 : -1;
        }
        return new StaffNote(step(letter), octave, accidental);
    }

    public static int step(char letter) {
        return STEPS.indexOf(String.valueOf(letter).toUpperCase(Locale.ROOT));
    }

    private static @Nullable Integer accidental(Cursor cursor, Problems problems) {
        Place place = cursor.place();
        if (cursor.accept('=')) {
            return 0;
        }
        int direction = cursor.peek() == '^' ? 1 : -1;
        char sign = direction > 0 ? '^' : '_';
        int semitones = 0;
        while (semitones < 2 && cursor.accept(sign)) {
            semitones++;
        }
        if (semitones == 0) {
            return null;
        }
        return isMicrotone(cursor) ? microtone(cursor, place, problems) : Integer.valueOf(direction * semitones);
    }

    private static boolean isMicrotone(Cursor cursor) {
        return cursor.peek() == '/' || cursor.atDigit();
    }

    private static int microtone(Cursor cursor, Place place, Problems problems) {
        while (isMicrotone(cursor)) {
            cursor.next();
        }
        problems.noticed(place, "accidental of less than a semitone", "the natural note is played");
        return 0;
    }

    /** Letter and octave as one number. */
    int position() {
        return octave * STEPS.length() + step;
    }

    /** The pitch in semitones above the lowest of MIDI, which it may lie below. */
    public int pitch(int alteration) {
        return MIDDLE_C + 12 * octave + SEMITONES[step] + alteration;
    }
}
