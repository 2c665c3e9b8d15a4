package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A tuplet: {@code (p:q:r}.
 *
 * @param notes so many notes are played
 * @param time in the time of so many
 * @param sounds and this holds for so many notes, chords and rests
 */
public record Tuplet(int notes, int time, int sounds) {
    private static final int MAX_NOTES = 64;
    private static final int MAX_USUAL = 9;

    /** Reads what stands behind the parenthesis; null if it is no tuplet. */
    public static @Nullable Tuplet read(Cursor cursor, Meter meter, Place place, Problems problems)
            throws MalformedAbcException {
        int notes = cursor.number("notes of a tuplet", MAX_NOTES);
        int time = 0;
        int sounds = 0;
        if (cursor.accept(':')) {
            time = cursor.number("time of a tuplet", MAX_NOTES);
            if (cursor.accept(':')) {
                sounds = cursor.number("length of a tuplet", MAX_NOTES);
            }
        }
        if (notes == 0 || (time == 0 && (notes == 1 || notes > MAX_USUAL))) {
            problems.repaired(
                    place,
                    "notes of a tuplet must be 2.." + MAX_USUAL + " unless it says in what time, but was " + notes,
                    "skipped");
            return null;
        }
        return new Tuplet(notes, time == 0 ? usualTime(notes, meter) : time, sounds == 0 ? notes : sounds);
    }

    private static int usualTime(int notes, Meter meter) {
        return switch (notes) {
            case 2, 4, 8 -> 3;
            case 3, 6 -> 2;
            default -> meter.isCompound() ? 3 : 2;
        };
    }
}
