package io.github.musicgen.midi.musicxml.reading;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimal numbers where no exactness is needed: tempos and loudness. */
final class Decimal {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{0,30})?");

    private Decimal() {}

    /** The number that an attribute holds; empty if there is none or it is not a number. */
    static OptionalDouble parse(@Nullable String text) {
        return text != null && NUMBER.matcher(text.strip()).matches()
                ? OptionalDouble.of(Double.parseDouble(text.strip()))
                : OptionalDouble.empty();
    }

    /** The first number in a text such as {@code ca. 76}. */
    static OptionalDouble firstIn(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? OptionalDouble.of(Double.parseDouble(matcher.group())) : OptionalDouble.empty();
    }
}
