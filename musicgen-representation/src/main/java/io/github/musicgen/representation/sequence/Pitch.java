package io.github.musicgen.representation.sequence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds and the names of MIDI pitches. Middle C is 60 and called C4. */
public final class Pitch {
    /** The lowest pitch. */
    public static final int MIN = 0;

    /** The highest pitch. */
    public static final int MAX = 127;

    /** Pitch classes in an octave. */
    public static final int PER_OCTAVE = 12;

    private static final List<String> NAMES = List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");
    private static final int[] STEPS = {9, 11, 0, 2, 4, 5, 7}; // [letters A to G]: pitch class

    /** Made when the first name is read, which most programs never do. */
    private static final class PatternOfNames {
        static final Pattern PATTERN = Pattern.compile("([A-Ga-g])(##|bb|#|b)?(-?\\d{1,2})");
    }

    private Pitch() {}

    /**
     * Checks a pitch and returns it.
     *
     * @param pitch the pitch
     * @return the pitch
     * @throws IllegalArgumentException if it is not within 0 and 127
     */
    public static int require(int pitch) {
        return Requirements.requireRange("pitch", pitch, MIN, MAX);
    }

    /**
     * The name of a pitch.
     *
     * @param pitch the pitch
     * @return such as {@code C4} for 60 or {@code Eb5} for 75
     */
    public static String nameOf(int pitch) {
        require(pitch);
        return NAMES.get(pitch % PER_OCTAVE) + (pitch / PER_OCTAVE - 1);
    }

    /**
     * Reads the name of a pitch.
     *
     * @param name a letter, perhaps {@code #}, {@code b}, {@code ##} or {@code bb}, and the octave: {@code C4} is 60
     * @return the pitch
     * @throws IllegalArgumentException if it is no such name, or outside the range of MIDI
     */
    public static int parse(String name) {
        Matcher matcher = PatternOfNames.PATTERN.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a pitch is written like C4, F#3 or Bb-1, but was \"" + name + "\"");
        }
        int octave = Integer.parseInt(matcher.group(3));
        int pitch = PER_OCTAVE * (octave + 1) + step(matcher.group(1)) + alteration(matcher.group(2));
        return Requirements.requireRange("pitch \"" + name + "\"", pitch, MIN, MAX);
    }

    private static int step(String letter) {
        return STEPS[letter.toUpperCase(Locale.ROOT).charAt(0) - 'A'];
    }

    private static int alteration(@Nullable String accidentals) {
        if (accidentals == null) {
            return 0;
        }
        return accidentals.charAt(0) == '#' ? accidentals.length() : -accidentals.length();
    }
}
