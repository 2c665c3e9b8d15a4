package io.github.musicgen.midi.musicxml.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The note values by their names in MusicXML, each half of the one before. */
public final class NoteValue {
    private static final List<String> NAMES = List.of(
            "maxima", "long", "breve", "whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th",
            "512th", "1024th");
    private static final int QUARTER = NAMES.indexOf("quarter");

    private NoteValue() {}

    /** How long a note value is, in quarters; null if there is none of that name. */
    public static @Nullable Fraction quarters(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            return null;
        }
        return index <= QUARTER ? Fraction.of(1L << (QUARTER - index)) : new Fraction(1, 1L << (index - QUARTER));
    }

    /** The name of the note value that is a quarter times a power of two. */
    public static String name(int powerOfTwo) {
        return NAMES.get(QUARTER - powerOfTwo);
    }
}
