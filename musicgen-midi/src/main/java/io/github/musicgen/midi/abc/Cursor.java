package io.github.musicgen.midi.abc;

/** A place that moves through a line, or through the value of a field. */
final class Cursor {
    /** What lies beyond the end. The text itself holds no such character. */
    static final char END = '\0';

    private static final long SATURATED = 99_999_999_999_999_999L;

    private final String text;
    private final Place start;
    private int at;

    Cursor(String text, Place start) {
        this.text = text;
        this.start = start;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    char next() {
        char next = peek();
        at++;
        return next;
    }

    boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    void skip(int characters) {
        at += characters;
    }

    void skipSpaces() {
        while (Character.isWhitespace(peek())) {
            at++;
        }
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    Place place() {
        return new Place(start.line(), start.column() + at);
    }

    /** All that is left; nothing is left afterwards. */
    String rest() {
        String rest = atEnd() ? "" : text.substring(at);
        at = text.length();
        return rest;
    }

    /** How far away a character is, or -1 if it doesn't come any more. */
    int distanceTo(char wanted) {
        int index = text.indexOf(wanted, at);
        return index < 0 ? -1 : index - at;
    }

    String peekText(int characters) {
        return text.substring(at, at + characters);
    }

    String take(int characters) {
        String taken = peekText(characters);
        at += characters;
        return taken;
    }

    boolean atDigit() {
        return isDigit(peek());
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** A whole number; one that is longer than any bound becomes one that is beyond every bound. */
    long number() {
        long number = 0;
        while (atDigit()) {
            number = Math.min(SATURATED, number * 10 + (next() - '0'));
        }
        return number;
    }

    /** A whole number that must not be beyond a bound. */
    int number(String name, int max) throws MalformedAbcException {
        Place place = place();
        long number = number();
        if (number > max) {
            throw new MalformedAbcException(place, name + " must be 0.." + max + ", but was " + number);
        }
        return (int) number;
    }
}
