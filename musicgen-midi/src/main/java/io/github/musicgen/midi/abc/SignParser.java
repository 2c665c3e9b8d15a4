package io.github.musicgen.midi.abc;

import java.util.Map;
import java.util.regex.Pattern;

/** Reads what stands before a note and is no note: text in quotes, decorations, and the letters that stand for decorations. */
final class SignParser {
    private static final int LONGEST_DECORATION = 32;
    private static final int LONGEST_CHORD = 64;

    /** Root, type and bass of a chord. What is in quotes but does not look like one is text. */
    private static final Pattern CHORD_SYMBOL = Pattern.compile("\\(?[A-G][#b=\u266D\u266E\u266F]?"
            + "(?:maj|min|dim|aug|sus|add|alt|omit|no|M|m|ma|mi|o|\u00B0|\u00F8|\u0394|[-+#b^\u266D\u266F(),]|\\d)*+"
            + "(?:/[A-Ga-g][#b=\u266D\u266E\u266F]?)?\\)?|[Nn]\\.?[Cc]\\.?");

    private final Score score;
    private final Map<Character, String> symbols;
    private final Problems problems;

    SignParser(Score score, Map<Character, String> symbols, Problems problems) {
        this.score = score;
        this.symbols = symbols;
        this.problems = problems;
    }

    /** Reads a chord symbol, or a text that is for readers only. */
    void quoted(Cursor cursor, Voice voice) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        int length = cursor.distanceTo('"');
        if (length < 0) {
            problems.repaired(place, "text in quotes is not closed", "skipped up to the end of the line");
            cursor.rest();
            return;
        }
        String text = cursor.take(length).strip();
        cursor.next();
        if (text.length() <= LONGEST_CHORD && CHORD_SYMBOL.matcher(text).matches()) {
            score.chordSymbols.putIfAbsent(voice.time(), text);
        }
    }

    /** Reads {@code !name!} or {@code +name+}. A single exclamation mark is an old sign to break the printed line. */
    void decoration(Cursor cursor, Voice voice) {
        Place place = cursor.place();
        char sign = cursor.next();
        int length = cursor.distanceTo(sign);
        String name = length > 0 && length <= LONGEST_DECORATION ? cursor.peekText(length) : "";
        if (sign == '!' ? name.isEmpty() || name.matches(".*[ |].*") : !Decorations.isKnown(name)) {
            problems.skipped(place, sign + " without the name of a decoration");
            return;
        }
        cursor.skip(length + 1);
        decorate(name, voice, place);
    }

    /** Reads any other sign, which may be defined to mean a decoration. */
    void symbol(Cursor cursor, Voice voice) throws MalformedAbcException {
        Place place = cursor.place();
        char sign = cursor.next();
        String name = symbols.get(sign);
        if (name != null) {
            decorate(name, voice, place);
        } else if (!Character.isWhitespace(sign)) {
            problems.repaired(place, "sign " + sign + " means nothing in music", "skipped");
        }
    }

    private void decorate(String name, Voice voice, Place place) {
        if (!Decorations.apply(name, voice, place)) {
            problems.skipped(place, "decoration " + name + "");
        }
    }
}
