package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A meter.
 *
 * @param numerator beats in a bar; 0 in free meter
 * @param denominator the note value of a beat
 */
public record Meter(int numerator, int denominator) {
    /** A meter in which bar lines may stand anywhere. */
    public static final Meter FREE = new Meter(0, 4);

    private static final Pattern FRACTION =
            Pattern.compile("\\(?\\s*(\\d{1,3}(?:\\s*\\+\\s*\\d{1,3})*)\\s*\\)?\\s*/\\s*(\\d{1,4})");

    /** Reads the value of a field {@code M:}; null if it is no meter. */
    public static @Nullable Meter parse(String value) {
        return switch (value) {
            case "C", "c" -> new Meter(4, 4);
            case "C|", "c|" -> new Meter(2, 2);
            case "none", "None", "NONE", "" -> FREE;
            default -> fraction(value);
        };
    }

    private static @Nullable Meter fraction(String value) {
        Matcher matcher = FRACTION.matcher(value);
        if (value.length() > Field.LONGEST || !matcher.matches()) {
            return null;
        }
        int numerator = 0;
        for (String beats : matcher.group(1).split("\\+", -1)) {
            numerator += Integer.parseInt(beats.strip());
        }
        int denominator = Integer.parseInt(matcher.group(2));
        boolean usual = numerator >= 1
                && numerator <= TimeSignature.MAX_NUMERATOR
                && denominator <= TimeSignature.MAX_DENOMINATOR
                && Integer.bitCount(denominator) == 1;
        return usual ? new Meter(numerator, denominator) : null;
    }

    public boolean isFree() {
        return numerator == 0;
    }

    /** Whether its beats come in threes, which tuplets of 5, 7 and 9 look at. */
    boolean isCompound() {
        return numerator % 3 == 0 && numerator > 3;
    }

    /** The length of a bar; 0 in free meter. */
    public long barLength() {
        return FineTime.WHOLE / denominator * numerator;
    }

    /** The note length that lengths are multiples of, where no field {@code L:} says: a 16th below 3/4, else an eighth. */
    public long unitNote() {
        return !isFree() && 4 * numerator < 3 * denominator ? FineTime.WHOLE / 16 : FineTime.WHOLE / 8;
    }

    @Override
    public String toString() {
        return isFree() ? "none" : numerator + "/" + denominator;
    }
}
