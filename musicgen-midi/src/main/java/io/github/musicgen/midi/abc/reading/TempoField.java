package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.FineTime;
import io.github.musicgen.representation.time.Tempo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field {@code Q:}: {@code 1/4=120}, {@code 1/8 3/8=40}, and the older forms {@code 120} and {@code C3=40}, which count
 * unit notes. Words in quotes are for readers.
 */
final class TempoField {
    private static final double MICROSECONDS_PER_MINUTE = 60e6;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?");
    private static final Pattern BEATS =
            Pattern.compile("((?:\\d{1,4}\\s*/\\s*\\d{1,4}\\s*)+)=\\s*(\\d{1,7}(?:\\.\\d{1,6})?)");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,4})\\s*/\\s*(\\d{1,4})");
    private static final Pattern UNITS = Pattern.compile("(?:C\\s*(\\d{0,4})\\s*=\\s*)?(\\d{1,7}(?:\\.\\d{1,6})?)");

    private TempoField() {}

    /** Quarters per minute; null if the field gives none or one that makes no sense. */
    static @Nullable Double read(Field field, long unitNote, Problems problems) throws MalformedAbcException {
        String value = QUOTED.matcher(field.value()).replaceAll(" ").strip();
        if (value.isEmpty()) {
            return null;
        }
        double quarters = value.length() > Field.LONGEST
                ? Double.NaN
                : quartersPerMinute(value, (double) unitNote / FineTime.QUARTER);
        double microseconds = MICROSECONDS_PER_MINUTE / quarters;
        if (microseconds >= 1 && microseconds <= Tempo.MAX_MICROSECONDS_PER_QUARTER) {
            return quarters;
        }
        problems.repaired(field.place(), "tempo makes no sense: " + value, "skipped");
        return null;
    }

    /** Not a number if the value is no tempo. */
    private static double quartersPerMinute(String value, double unitQuarters) {
        Matcher beats = BEATS.matcher(value);
        if (beats.matches()) {
            return quarters(beats.group(1)) * Double.parseDouble(beats.group(2));
        }
        Matcher units = UNITS.matcher(value);
        if (!units.matches()) {
            return Double.NaN;
        }
        String count = units.group(1);
        double quarters = count == null || count.isEmpty() ? unitQuarters : unitQuarters * Integer.parseInt(count);
        return quarters * Double.parseDouble(units.group(2));
    }

    private static double quarters(String beats) {
        Matcher fraction = FRACTION.matcher(beats);
        double quarters = 0;
        while (fraction.find()) {
            quarters += 4 * Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2));
        }
        return quarters;
    }
}
