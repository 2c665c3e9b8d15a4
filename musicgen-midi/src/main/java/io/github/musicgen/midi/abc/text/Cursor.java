package io.github.musicgen.midi.abc.text;

import io.github.musicgen.midi.abc.report.MalformedAbcException;

/** A place that moves through a line, or through the value of a field. */
public final class Cursor {
    /** What lies beyond the end. The text itself holds no such character. */
    public static final char END = '\0';

    private static final long SATURATED = 99_999_999_999_999_999L;

    private final String text;
    private final Place start;
    private int at;

    Cursor(String text, Place start) {
        this.text = text;
        this.start = start;
    }

    public boolean atEnd() {
        return at >= text.length();
    }

    public char peek() {
        return peek(0);
    }

    public char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    public char next() {
        char next = peek();
        at++;
        return next;
    }

    public boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    public void skip(int characters) {
        at += characters;
    }

    public void skipSpaces() {
        while (Character.isWhitespace(peek())) {
            at++;
        }
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    public Place place() {
        return new Place(start.line(), start.column() + at);
    }

    /** All that is left; nothing is left afterwards. */
    public String rest() {
        String rest = atEnd() ? "" : text.substring(at);
        at = text.length();
        return rest;
    }

    /** How far away a character is, or -1 if it doesn't come any more. */
    public int distanceTo(char wanted) {
        int index = text.indexOf(wanted, at);
        return index < 0 ? -1 : index - at;
    }

    public String peekText(int characters) {
        return text.substring(at, at + characters);
    }

    public String take(int characters) {
        String taken = peekText(characters);
        at += characters;
        return taken;
    }

    public boolean atDigit() {
        return isDigit(peek());
    }

    public static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** A whole number; one that is longer than any bound becomes one that is beyond every bound. */
    public long number() {
        long number = 0;
        while (atDigit()) {
            number = Math.min(SATURATED, number * 10 + (next() - '0'));
        }
        return number;
    }

    /** A whole number that must not be beyond a bound. */
    public int number(String name, int max) throws MalformedAbcException {
        Place place = place();
        long number = number();
        if (number > max) {
            throw place.malformed(name + " must be 0.." + max + ", but was " + number);
        }
        return (int) number;
    }
}
