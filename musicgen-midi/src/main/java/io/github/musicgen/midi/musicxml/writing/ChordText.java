package io.github.musicgen.midi.musicxml.writing;

import io.github.musicgen.midi.musicxml.vocabulary.ChordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A chord symbol taken apart, as MusicXML wants it.
 *
 * @param root the root, a letter with sharps or flats
 * @param kind the name that MusicXML has for the kind; {@code other} if it has none
 * @param suffix what the text says behind the root, without the bass
 * @param degrees what is added, altered or left out
 * @param bass the bass; empty if it is the root
 */
record ChordText(String root, String kind, String suffix, List<Degree> degrees, String bass) {
    private static final String NOTE = "[A-G](?:#{1,3}|b{1,3})?";
    private static final Pattern CHORD = Pattern.compile("(" + NOTE + ")(.*?)(?:/(" + NOTE + "))?");
    private static final Pattern DEGREE = Pattern.compile("\\(?(add[#b]?|no|[#b])(\\d{1,2})\\)?");

    /** A degree; its type is {@code add}, {@code alter} or {@code subtract}. */
    record Degree(String type, int value, int alter) {}

    /** A chord as it is written above a staff; null if the text does not begin with a root. */
    static @Nullable ChordText parse(String text) {
        Matcher matcher = CHORD.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String bass = matcher.group(3) == null ? "" : matcher.group(3);
        return of(matcher.group(1), matcher.group(2), bass);
    }

    /** Tries each way to end the kind, the longest first, that leaves nothing but degrees. */
    private static ChordText of(String root, String suffix, String bass) {
        for (int length = suffix.length(); length >= 0; length--) {
            String kind = ChordKind.kindsBySuffix().get(suffix.substring(0, length));
            List<Degree> degrees = degrees(suffix.substring(length));
            if (kind != null && degrees != null) {
                return new ChordText(root, kind, suffix, degrees, bass);
            }
        }
        return new ChordText(root, "other", suffix, List.of(), bass);
    }

    private static @Nullable List<Degree> degrees(String text) {
        List<Degree> degrees = new ArrayList<>();
        Matcher matcher = DEGREE.matcher(text);
        int end = 0;
        while (end < text.length()) {
            matcher.region(end, text.length());
            if (!matcher.lookingAt()) {
                return null;
            }
            degrees.add(degree(matcher.group(1), Integer.parseInt(matcher.group(2))));
            end = matcher.end();
        }
        return degrees;
    }

    private static Degree degree(String sign, int value) {
        int alter = sign.endsWith("#") ? 1 : sign.endsWith("b") ? -1 : 0;
        if (sign.equals("no")) {
            return new Degree("subtract", value, 0);
        }
        return new Degree(sign.startsWith("add") ? "add" : "alter", value, alter);
    }

    /** The letter of a note such as {@code Bb}. */
    static String step(String note) {
        return note.substring(0, 1);
    }

    /** How many sharps a note such as {@code Bb} has; flats are negative. */
    static int alter(String note) {
        return note.startsWith("#", 1) ? note.length() - 1 : 1 - note.length();
    }
}
