package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.score.Meter;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.Arrays;

/** Adds up the pieces of a time signature: {@code 3+2} over {@code 8}, or {@code 3} over {@code 8} and {@code 2} over {@code 4}. */
final class MeterReader {
    private long pendingBeats;
    private Fraction wholes = Fraction.ZERO;
    private long beatType = 1;
    private boolean hasNumbers;
    private boolean broken;

    void beats(String text) {
        hasNumbers = true;
        pendingBeats = Arrays.stream(text.split("\\+"))
                .mapToLong(number -> positive(number.strip()))
                .sum();
    }

    void beatType(String text) {
        hasNumbers = true;
        long type = positive(text);
        if (type > TimeSignature.MAX_DENOMINATOR || Long.bitCount(type) != 1) {
            broken = true;
            return;
        }
        beatType = Math.max(beatType, type);
        wholes = new Fraction(
                wholes.numerator() * (TimeSignature.MAX_DENOMINATOR / wholes.denominator())
                        + pendingBeats * (TimeSignature.MAX_DENOMINATOR / type),
                TimeSignature.MAX_DENOMINATOR);
    }

    /** Whether it was written with numbers at all. */
    boolean hasNumbers() {
        return hasNumbers;
    }

    /** The sum; free if there were no numbers or they cannot be expressed. */
    Meter meter() {
        long beats = wholes.inUnits(beatType);
        boolean expressible = !broken && beats >= 1 && beats <= TimeSignature.MAX_NUMERATOR;
        return expressible ? new Meter((int) beats, (int) beatType) : Meter.FREE;
    }

    private long positive(String text) {
        Fraction number = Fraction.parse(text);
        if (number == null
                || number.denominator() != 1
                || number.numerator() < 1
                || number.numerator() > Short.MAX_VALUE) {
            broken = true;
            return 1;
        }
        return number.numerator();
    }
}
