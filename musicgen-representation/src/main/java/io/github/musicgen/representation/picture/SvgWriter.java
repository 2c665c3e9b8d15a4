package io.github.musicgen.representation.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes elements in order, well-formed whatever the text, and the same bytes on every machine. Attributes follow the element that was
 * opened last, before its text and the elements within it.
 */
public final class SvgWriter {
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

    /**
     * Opens an element within that which is open.
     *
     * @param element its name
     * @return this writer
     */
    public SvgWriter open(String element) {
        endStartTag(">\n");
        out.append('<').append(element);
        open.push(element);
        inStartTag = true;
        return this;
    }

    /**
     * Says an attribute. Not {@code class}, which colors may need.
     *
     * @param name its name
     * @param value any text
     * @return this writer
     */
    public SvgWriter attr(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
        return this;
    }

    /**
     * Says an attribute that is a number.
     *
     * @param name its name
     * @param value the number, written with two decimals at most
     * @return this writer
     */
    public SvgWriter attr(String name, double value) {
        out.append(' ').append(name).append("=\"");
        appendNumber(out, value);
        out.append('"');
        return this;
    }

    /**
     * Fills what was opened.
     *
     * @param ink with what
     * @return this writer
     */
    public SvgWriter fill(Ink ink) {
        return paint("fill", ink.color(theme), ink.color(Theme.DARK), ink.cssClass("fill"));
    }

    SvgWriter fill(Shade shade) {
        return paint("fill", shade.color(theme), shade.color(Theme.DARK), shade.cssClass());
    }

    /**
     * Draws the outline of what was opened.
     *
     * @param ink with what
     * @return this writer
     */
    public SvgWriter stroke(Ink ink) {
        return paint("stroke", ink.color(theme), ink.color(Theme.DARK), ink.cssClass("stroke"));
    }

    private SvgWriter paint(String property, String color, String darkColor, String cssClass) {
        attr(property, color);
        if (theme == Theme.AUTO) {
            cssClasses += cssClasses.isEmpty() ? cssClass : " " + cssClass;
            darkRules.add("." + cssClass + "{" + property + ":" + darkColor + "}");
        }
        return this;
    }

    /**
     * Puts text into the element.
     *
     * @param text any text; what XML cannot hold is replaced
     * @return this writer
     */
    public SvgWriter text(String text) {
        endStartTag(">");
        escape(text);
        return this;
    }

    /**
     * Closes the element that was opened last.
     *
     * @return this writer
     */
    public SvgWriter close() {
        String element = open.pop();
        if (inStartTag) {
            endStartTag("/>\n");
        } else {
            out.append("</").append(element).append(">\n");
        }
        return this;
    }

    /**
     * An element that holds nothing but text.
     *
     * @param element its name
     * @param text any text
     * @return this writer
     */
    public SvgWriter textElement(String element, String text) {
        return open(element).text(text).close();
    }

    /**
     * Opens a rectangle.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width its width
     * @param height its height
     * @return this writer
     */
    public SvgWriter rect(double x, double y, double width, double height) {
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
