package io.github.musicgen.midi.musicxml.writing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Builds an XML document, one element a line. */
final class XmlText {
    /** The largest document that is built. */
    static final int MAX_CHARACTERS = 1 << 27;

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    XmlText(String prolog) {
        text.append(prolog);
    }

    /** Opens an element; attributes come as names and values in turn. */
    XmlText open(String name, String... attributes) {
        startLine();
        tag(name, attributes);
        text.append(">\n");
        open.push(name);
        return this;
    }

    XmlText close() {
        String name = open.pop();
        startLine();
        text.append("</").append(name).append(">\n");
        return this;
    }

    XmlText leaf(String name, String content, String... attributes) {
        startLine();
        tag(name, attributes);
        text.append('>');
        escape(content);
        text.append("</").append(name).append(">\n");
        return this;
    }

    XmlText leaf(String name, long content) {
        return leaf(name, Long.toString(content));
    }

    XmlText empty(String name, String... attributes) {
        startLine();
        tag(name, attributes);
        text.append("/>\n");
        return this;
    }

    byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void startLine() {
        if (text.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a score must be written with at most " + MAX_CHARACTERS + " characters");
        }
        text.append("  ".repeat(open.size()));
    }

    private void tag(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
    }

    private void escape(String content) {
        content.codePoints().forEach(this::escape);
    }

    private void escape(int character) {
        switch (character) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            default -> text.appendCodePoint(isXml(character) ? character : REPLACEMENT);
        }
    }

    /** Whether XML can express a character at all. */
    private static boolean isXml(int character) {
        boolean control = character < ' ' && character != '\t' && character != '\n' && character != '\r';
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !control && !surrogate && character != 0xFFFE && character != 0xFFFF;
    }
}
