package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.FineTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a field {@code L:}, the note length that lengths are multiples of. */
final class UnitField {
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,4})(?:\\s*/\\s*(\\d{1,4}))?");
    private static final int MAX_WHOLE_NOTES = 16;
    private static final int MAX_DENOMINATOR = 1_024;

    private UnitField() {}

    /** The length; the one before if the field makes no sense. */
    static long read(Field field, long before, Problems problems) throws MalformedAbcException {
        Matcher matcher = FRACTION.matcher(field.value());
        if (matcher.matches()) {
            int numerator = Integer.parseInt(matcher.group(1));
            int denominator = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            if (numerator > 0
                    && denominator > 0
                    && denominator <= MAX_DENOMINATOR
                    && numerator <= MAX_WHOLE_NOTES * denominator) {
                return FineTime.scaled(FineTime.WHOLE, numerator, denominator);
            }
        }
        problems.repaired(
                field.place(),
                "unit note length must be 1/" + MAX_DENOMINATOR + ".." + MAX_WHOLE_NOTES + ", but was " + field.value(),
                "skipped");
        return before;
    }
}
