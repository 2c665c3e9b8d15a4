package io.github.musicgen.midi.musicxml.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of chords of MusicXML and how they are written behind a root. Degrees stand in parentheses, so that {@code C(b9)} is
 * not taken for {@code Cb9}.
 */
public final class ChordKind {
    private static final Map<String, String> SUFFIXES = new LinkedHashMap<>();
    private static final Map<String, String> KINDS = new LinkedHashMap<>();
    private static final String SUSPENDED_SEVENTH = "7sus";
    // A seventh that is added is a minor one anyway; some programs flatten it nevertheless.
    private static final List<String> SEVENTHS = List.of("(add7)", "(b7)");

    static {
        put("major", "", "maj", "M");
        put("minor", "m", "min", "-");
        put("augmented", "+", "aug");
        put("diminished", "dim", "o");
        put("dominant", "7");
        put("major-seventh", "maj7", "M7");
        put("minor-seventh", "m7", "min7", "-7");
        put("diminished-seventh", "dim7", "o7");
        put("augmented-seventh", "+7", "aug7");
        put("half-diminished", "m7b5", "-7b5", "/o", "/o7");
        put("major-minor", "m(maj7)", "mmaj7", "mM7", "m(M7)", "min(maj7)", "minmaj7");
        put("major-sixth", "6");
        put("minor-sixth", "m6", "min6", "-6");
        put("dominant-ninth", "9");
        put("major-ninth", "maj9", "M9");
        put("minor-ninth", "m9", "min9", "-9");
        put("dominant-11th", "11");
        put("major-11th", "maj11", "M11");
        put("minor-11th", "m11", "min11", "-11");
        put("dominant-13th", "13");
        put("major-13th", "maj13", "M13");
        put("minor-13th", "m13", "min13", "-13");
        put("suspended-second", "sus2");
        put("suspended-fourth", "sus4", "sus");
        put("pedal", "ped");
        put("power", "5");
        // Not of MusicXML, but some programs write them.
        SUFFIXES.put("", "");
        SUFFIXES.put("dominant-seventh", "7");
        SUFFIXES.put("minor-major", "m(maj7)");
        SUFFIXES.put("augmented-ninth", "+9");
        SUFFIXES.put("maj69", "6(add9)");
    }

    private ChordKind() {}

    private static void put(String kind, String suffix, String... otherSuffixes) {
        SUFFIXES.put(kind, suffix);
        KINDS.put(suffix, kind);
        for (String other : otherSuffixes) {
            KINDS.put(other, kind);
        }
    }

    /** Kind and degrees as they follow a root; null if the kind is unknown and brings no text of its own. */
    public static @Nullable String suffix(String kind, String text, String degrees) {
        String suffix = SUFFIXES.get(kind);
        if (suffix == null) {
            return text.isEmpty() ? null : text;
        }
        if (kind.equals("suspended-fourth")) {
            for (String seventh : SEVENTHS) {
                if (degrees.startsWith(seventh)) {
                    return SUSPENDED_SEVENTH + degrees.substring(seventh.length());
                }
            }
        }
        return suffix + degrees;
    }

    /** A degree that is added, altered or left out, such as {@code (add9)}, {@code (#5)} or {@code (no3)}. */
    public static String degree(String type, int value, int alter) {
        String sign = (alter < 0 ? "b" : "#").repeat(Math.abs(alter));
        return switch (type) {
            case "subtract" -> "(no" + value + ")";
            case "alter" -> alter == 0 ? "" : "(" + sign + value + ")";
            default -> alter == 0 ? "(add" + value + ")" : "(" + sign + value + ")";
        };
    }

    /** The kinds by all the ways to write them, the longest last. */
    public static Map<String, String> kindsBySuffix() {
        return Collections.unmodifiableMap(KINDS);
    }
}
