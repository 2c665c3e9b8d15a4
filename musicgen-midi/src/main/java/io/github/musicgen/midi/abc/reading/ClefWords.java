package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.FieldWords.Word;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.VoiceSettings;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the fields {@code K:} and {@code V:} that move notes, and those that only say how they are printed. */
final class ClefWords {
    private static final Pattern CLEF = Pattern.compile(
            "(?:treble|alto|tenor|bass|baritone|mezzo|soprano|perc|none|[GFC])[1-5]?(?:([-+^_])(8|15))?");
    private static final Set<String> PRINTED = Set.of(
            "middle",
            "m",
            "name",
            "nm",
            "sname",
            "snm",
            "subname",
            "stem",
            "stems",
            "gstem",
            "stafflines",
            "staffscale",
            "staves",
            "dyn",
            "lyrics",
            "merge",
            "up",
            "down",
            "brace",
            "bracket",
            "space",
            "scale",
            "cue",
            "map",
            "style",
            "Program",
            "volume");
    private static final int MAX_OCTAVES = 10;
    private static final int MAX_SEMITONES = 120;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,4}");

    private ClefWords() {}

    /** Does what a word says to the settings of a voice; false if it says nothing. */
    static boolean apply(Word word, VoiceSettings settings, Problems problems) throws MalformedAbcException {
        if (!word.isAssignment()) {
            return clef(word.text(), settings);
        }
        switch (word.name()) {
            case "clef" -> {
                return clef(word.value(), settings);
            }
            case "octave" -> settings.octaves = number(word, MAX_OCTAVES, settings.octaves, problems);
            case "transpose", "t" ->
                settings.transposition = number(word, MAX_SEMITONES, settings.transposition, problems);
            default -> {
                return PRINTED.contains(word.name());
            }
        }
        return true;
    }

    /** A clef that is written with an 8 or 15 above or below sounds that much higher or lower. */
    private static boolean clef(String name, VoiceSettings settings) {
        Matcher matcher = CLEF.matcher(name);
        if (!matcher.matches()) {
            return false;
        }
        String sign = matcher.group(1);
        settings.clefOctaves = sign == null ? 0 : octaves(sign, matcher.group(2));
        return true;
    }

    private static int octaves(String sign, String steps) {
        int octaves = steps.equals("8") ? 1 : 2;
        return sign.equals("+") || sign.equals("^") ? octaves : -octaves;
    }

    private static int number(Word word, int max, int otherwise, Problems problems) throws MalformedAbcException {
        if (NUMBER.matcher(word.value()).matches() && Math.abs(Integer.parseInt(word.value())) <= max) {
            return Integer.parseInt(word.value());
        }
        problems.repaired(
                word.place(), word.name() + " must be -" + max + ".." + max + ", but was " + word.value(), "skipped");
        return otherwise;
    }
}
