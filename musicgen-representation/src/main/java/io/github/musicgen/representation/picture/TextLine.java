package io.github.musicgen.representation.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts along the time line, from left to right. One that has no room beside those before it goes to the next line, if there may
 * be one; else a short stroke stands for it, but for numbers, which can be counted on.
 */
final class TextLine {
    private static final double STROKE = 4;
    private static final double LEAST_STROKE_GAP = 3;
    private static final double LEADING = 1.2;
    private static final double SHORTEST = 0.5;

    /** How texts of one kind look. */
    enum Style {
        MARKER(Ink.MUTED, 11, 0.4, "font-style", "italic"),
        CHORD(Ink.TEXT, 13, 0.4, "font-weight", "600"),
        /** A number stands farther from the meter before it than that meter from its own number. */
        RULER(Ink.MUTED, 10, 1.2, "font-weight", "400"),
        LYRIC(Ink.TEXT, 11, 0.4, "font-weight", "400");

        private final Ink ink;
        private final double size;
        private final double gap; // between texts, in sizes
        private final String attribute;
        private final String value;

        Style(Ink ink, double size, double gap, String attribute, String value) {
            this.ink = ink;
            this.size = size;
            this.gap = gap;
            this.attribute = attribute;
            this.value = value;
        }

        private boolean strokeForRest() {
            return this != RULER;
        }
    }

    private final RollGeometry roll;
    private final Style style;
    private final double[] ends; // [lines]: where the last text of each ends
    private final List<Placed> texts = new ArrayList<>();
    private final List<Double> strokes = new ArrayList<>(); // where texts without room stand
    private int lines;

    private record Placed(String text, double x, int line) {}

    TextLine(RollGeometry roll, Style style, int mostLines) {
        this.roll = roll;
        this.style = style;
        this.ends = new double[mostLines];
        Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    }

    void add(long tick, String text) {
        if (text.isBlank() || tick < roll.fromTick() || tick >= roll.toTick()) {
            return;
        }
        double x = roll.x(tick) + 1;
        for (int line = 0; line < ends.length; line++) {
            if (x >= ends[line] + style.gap * style.size) {
                place(text.strip(), x, line);
                return;
            }
        }
        if (style.strokeForRest()) {
            addStroke(x);
        }
    }

    private void addStroke(double x) {
        if (strokes.isEmpty() || x >= strokes.get(strokes.size() - 1) + LEAST_STROKE_GAP) {
            strokes.add(x);
        }
    }

    /** At the right edge the end of a text is cut off, but not so much that the rest says nothing. */
    private void place(String text, double x, int line) {
        double room = roll.right() + Scene.MARGIN / 2 - x;
        String fitted = Lettering.fitted(text, style.size, room);
        if (fitted.length() >= SHORTEST * text.length()) {
            texts.add(new Placed(fitted, x, line));
            ends[line] = x + Lettering.width(fitted, style.size);
            lines = Math.max(lines, line + 1);
        } else if (style.strokeForRest()) {
            addStroke(x);
        }
    }

    /** The height of its lines in whole pixels, so that the rows below stay sharp; 0 if there is no text. */
    double height() {
        return Math.ceil(lines * LEADING * style.size) + (strokes.isEmpty() ? 0 : STROKE);
    }

    void draw(SvgWriter svg, double top) {
        if (texts.isEmpty()) {
            return;
        }
        svg.open("g").fill(style.ink).attr("font-size", style.size).attr(style.attribute, style.value);
        for (Placed text : texts) {
            double baseline = top + (text.line() * LEADING + 1) * style.size;
            svg.open("text").attr("x", text.x()).attr("y", baseline);
            svg.text(text.text()).close();
        }
        svg.close();
        drawStrokes(svg, top + height() - STROKE);
    }

    private void drawStrokes(SvgWriter svg, double top) {
        LinePath path = new LinePath();
        strokes.forEach(x -> path.vertical(x, top, STROKE));
        path.draw(svg, style.ink);
    }
}
