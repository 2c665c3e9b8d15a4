package io.github.musicgen.midi.abc.text;

import java.util.ArrayList;
import java.util.List;

/** The words of a field such as {@code K:} or {@code V:}: {@code name="Tenore I"} is one word, whose quotes are left out. */
public final class FieldWords {

    /**
     * A word.
     *
     * @param text what it says
     * @param place where it begins
     */
    public record Word(String text, Place place) {

        /** What stands before the equals sign; nothing if there is none. */
        public String name() {
            return text.substring(0, Math.max(0, text.indexOf('=')));
        }

        /** What stands behind the equals sign, or all. */
        public String value() {
            return text.substring(text.indexOf('=') + 1);
        }

        public boolean isAssignment() {
            return text.indexOf('=') > 0;
        }
    }

    private FieldWords() {}

    public static List<Word> of(Cursor cursor) {
        List<Word> words = new ArrayList<>();
        cursor.skipSpaces();
        while (!cursor.atEnd()) {
            Place place = cursor.place();
            words.add(new Word(word(cursor), place));
            cursor.skipSpaces();
        }
        return words;
    }

    private static String word(Cursor cursor) {
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        while (!cursor.atEnd() && (quoted || !Character.isWhitespace(cursor.peek()))) {
            char next = cursor.next();
            if (next == '"') {
                quoted = !quoted;
            } else {
                word.append(next);
            }
        }
        return word.toString();
    }
}
