package io.github.musicgen.representation.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** Writes elements in order, well-formed whatever the text, and the same bytes on every machine. */
final class SvgWriter {
    private static final int DECIMALS = 100;
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> darkRules = new TreeSet<>();
    private final Theme theme;
    private boolean inStartTag;
    private String cssClasses = ""; // of the start tag that is being written

    SvgWriter(Theme theme) {
        this.theme = theme;
    }

    SvgWriter open(String element) {
        endStartTag(">\n");
        out.append('<').append(element);
        open.push(element);
        inStartTag = true;
        return this;
    }

    SvgWriter attr(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
        return this;
    }

    SvgWriter attr(String name, double value) {
        out.append(' ').append(name).append("=\"");
        appendNumber(out, value);
        out.append('"');
        return this;
    }

    SvgWriter fill(Ink ink) {
        return paint("fill", ink);
    }

    SvgWriter stroke(Ink ink) {
        return paint("stroke", ink);
    }

    private SvgWriter paint(String property, Ink ink) {
        attr(property, ink.color(theme));
        if (theme == Theme.AUTO) {
            String cssClass = ink.cssClass(property);
            cssClasses += cssClasses.isEmpty() ? cssClass : " " + cssClass;
            darkRules.add("." + cssClass + "{" + property + ":" + ink.color(Theme.DARK) + "}");
        }
        return this;
    }

    SvgWriter text(String text) {
        endStartTag(">");
        escape(text);
        return this;
    }

    SvgWriter close() {
        String element = open.pop();
        if (inStartTag) {
            endStartTag("/>\n");
        } else {
            out.append("</").append(element).append(">\n");
        }
        return this;
    }

    /** An element that holds nothing but text. */
    SvgWriter textElement(String element, String text) {
        return open(element).text(text).close();
    }

    SvgWriter rect(double x, double y, double width, double height) {
        return open("rect").attr("x", x).attr("y", y).attr("width", width).attr("height", height);
    }

    /** The style sheet that turns what was written so far dark where the reader prefers it; nothing for a fixed theme. */
    String darkStyle() {
        return darkRules.isEmpty()
                ? ""
                : "<style>@media(prefers-color-scheme:dark){" + String.join("", darkRules) + "}</style>\n";
    }

    private void endStartTag(String end) {
        if (!inStartTag) {
            return;
        }
        if (!cssClasses.isEmpty()) {
            attr("class", cssClasses);
            cssClasses = "";
        }
        out.append(end);
        inStartTag = false;
    }

    private void escape(String text) {
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append(' ');
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

    /** Two decimals at most, never an exponent, no superfluous zero. */
    static void appendNumber(StringBuilder out, double value) {
        long scaled = Math.round(value * DECIMALS);
        if (scaled < 0) {
            out.append('-');
        }
        long magnitude = Math.abs(scaled);
        long fraction = magnitude % DECIMALS;
        if (magnitude < DECIMALS && fraction > 0) {
            out.append('.');
        } else {
            out.append(magnitude / DECIMALS);
            if (fraction == 0) {
                return;
            }
            out.append('.');
        }
        out.append(fraction / 10);
        if (fraction % 10 > 0) {
            out.append(fraction % 10);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
