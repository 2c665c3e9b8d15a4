package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.Decorations;
import io.github.musicgen.midi.abc.tune.Score;
import io.github.musicgen.midi.abc.tune.Voice;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what stands before a note and is no note: text in quotes, decorations, and the letters that stand for decorations. */
final class SignParser {
    private static final int LONGEST_DECORATION = 32;
    private static final int LONGEST_CHORD = 64;

    private static final String ACCIDENTAL = "[#b=\u266D\u266E\u266F]?";
    private static final String TYPE =
            "(?:maj|min|dim|aug|sus|add|alt|omit|no|M|m|ma|mi|o|\u00B0|\u00F8|\u0394|/(?=\\d)"
                    + "|[-+#b^\u266D\u266F,]|\\d|\\([-+#b\\d,\u266D\u266F]++\\))*+";
    private static final String CHORD = "[A-G]" + ACCIDENTAL + TYPE + "(?:/[A-Ga-g]" + ACCIDENTAL + ")?";

    /** A chord, perhaps with another one to choose from. What is in quotes but does not look like one is text. */
    private static final Pattern CHORD_SYMBOL =
            Pattern.compile(CHORD + "(?:\\(" + CHORD + "\\))?|\\(" + CHORD + "\\)|[Nn]\\.?[Cc]\\.?");

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
