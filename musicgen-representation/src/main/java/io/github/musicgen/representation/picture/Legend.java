package io.github.musicgen.representation.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The names and colors of several parts, in lines: right of the facts if they fit there, else below them.
 *
 * @param entries the parts
 * @param height of the lines and of the facts together
 */
record Legend(List<Entry> entries, double height) {
    private static final double SIZE = 12;
    private static final double SWATCH = 11;
    private static final double LINE_HEIGHT = 18;
    private static final double GAP = 18;
    private static final double LONGEST_LABEL = 180;
    private static final int MOST_ENTRIES = 20;

    /** A name at its place; the line is counted from the facts, which stand on line 0. */
    record Entry(String label, Ink ink, double x, int line) {}

    static Legend of(List<Voice> voices, double width, double factsWidth) {
        if (voices.size() < 2) {
            return new Legend(List.of(), LINE_HEIGHT);
        }
        List<Voice> shown = voices.subList(0, Math.min(voices.size(), MOST_ENTRIES));
        double total = shown.stream().mapToDouble(Legend::widthOf).sum() - GAP;
        double right = width - Scene.MARGIN;
        boolean besideFacts = Scene.MARGIN + factsWidth + 2 * GAP + total <= right;
        double x = besideFacts ? right - total : Scene.MARGIN;
        int line = besideFacts ? 0 : 1;
        List<Entry> entries = new ArrayList<>();
        for (Voice voice : shown) {
            if (line > 0 && x > Scene.MARGIN && x + widthOf(voice) - GAP > right) {
                x = Scene.MARGIN;
                line++;
            }
            entries.add(new Entry(labelOf(voice), voice.ink(), x, line));
            x += widthOf(voice);
        }
        if (shown.size() < voices.size()) {
            line++;
            String rest = "and " + (voices.size() - shown.size()) + " more";
            entries.add(new Entry(rest, Ink.MUTED, Scene.MARGIN, line));
        }
        return new Legend(entries, (line + 1) * LINE_HEIGHT);
    }

    private static String labelOf(Voice voice) {
        String label = voice.label();
        int number = label.endsWith(")") ? label.lastIndexOf(" (") : -1;
        if (number < 0 || Lettering.width(label, SIZE) <= LONGEST_LABEL) {
            return Lettering.fitted(label, SIZE, LONGEST_LABEL);
        }
        String suffix = label.substring(number); // tells it from others of its name, so it stays
        double room = LONGEST_LABEL - Math.min(Lettering.width(suffix, SIZE), LONGEST_LABEL);
        return Lettering.fitted(label.substring(0, number), SIZE, room) + Lettering.fitted(suffix, SIZE, LONGEST_LABEL);
    }

    private static double widthOf(Voice voice) {
        return SWATCH + 6 + Lettering.width(labelOf(voice), SIZE) + GAP;
    }

    void draw(SvgWriter svg, double factsBaseline) {
        if (entries.isEmpty()) {
            return;
        }
        for (Entry entry : entries) {
            double baseline = factsBaseline + entry.line() * LINE_HEIGHT;
            svg.rect(entry.x(), baseline - SWATCH + 1, SWATCH, SWATCH)
                    .attr("rx", 3)
                    .fill(entry.ink())
                    .close();
        }
        svg.open("g").fill(Ink.TEXT).attr("font-size", SIZE);
        for (Entry entry : entries) {
            svg.open("text").attr("x", entry.x() + SWATCH + 6).attr("y", factsBaseline + entry.line() * LINE_HEIGHT);
            svg.text(entry.label()).close();
        }
        svg.close();
    }
}
