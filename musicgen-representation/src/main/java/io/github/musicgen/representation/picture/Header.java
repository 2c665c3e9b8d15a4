package io.github.musicgen.representation.picture;

import java.util.List;

/**
 * What stands at the top: title, facts, legend and the names of regions. What nobody needs takes no room.
 *
 * @param title the title; may be blank
 * @param facts what can be said about the music in a line
 * @param legend the parts
 * @param width the width of the picture
 */
record Header(String title, String facts, Legend legend, double width) {
    static final double FACTS_SIZE = 12;

    private static final double TITLE_SIZE = 18;
    private static final double TITLE_HEIGHT = 24;
    private static final double GAP = 10;

    static Header of(String title, String facts, List<Voice> voices, double width) {
        return new Header(title, facts, Legend.of(voices, width, Lettering.width(facts, FACTS_SIZE)), width);
    }

    double bottom() {
        return factsTop() + legend.height() + GAP;
    }

    private double factsTop() {
        return Scene.MARGIN + (title.isBlank() ? 0 : TITLE_HEIGHT);
    }

    void draw(SvgWriter svg) {
        if (!title.isBlank()) {
            svg.open("text")
                    .fill(Ink.TEXT)
                    .attr("font-size", TITLE_SIZE)
                    .attr("font-weight", "600")
                    .attr("x", Scene.MARGIN)
                    .attr("y", Scene.MARGIN + 0.8 * TITLE_SIZE);
            svg.text(Lettering.fitted(title.strip(), TITLE_SIZE, width - 2 * Scene.MARGIN))
                    .close();
        }
        double baseline = factsTop() + 0.85 * FACTS_SIZE;
        svg.open("text")
                .fill(Ink.MUTED)
                .attr("font-size", FACTS_SIZE)
                .attr("x", Scene.MARGIN)
                .attr("y", baseline);
        svg.text(Lettering.fitted(facts, FACTS_SIZE, width - 2 * Scene.MARGIN)).close();
        legend.draw(svg, baseline);
    }
}
