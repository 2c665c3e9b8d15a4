package io.github.musicgen.models.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements that are well-formed to readers of HTML and of XML alike, whatever the text. */
final class Markup {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element within that which is open.
     *
     * @param attributes names and values by turns
     */
    Markup open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        open.push(element);
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** Of every element the end is written: HTML knows no short form of most. */
    Markup close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds nothing but text. */
    Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** What is markup already. */
    Markup insert(String wellFormed) {
        out.append(wellFormed);
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append((char) codePoint);
                default -> out.appendCodePoint(isText(codePoint) ? codePoint : REPLACEMENT);
            }
        });
    }

    /** What XML 1.0 can hold, without the control characters that it could. */
    private static boolean isText(int codePoint) {
        return !Character.isISOControl(codePoint)
                && codePoint != 0xFFFE
                && codePoint != 0xFFFF
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
