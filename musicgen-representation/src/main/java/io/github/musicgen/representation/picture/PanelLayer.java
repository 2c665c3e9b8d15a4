package io.github.musicgen.representation.picture;

import java.util.List;

/** The panels under a roll: their backgrounds, titles and frames. */
final class PanelLayer {
    static final double HEADING = 20;

    private static final double SIZE = 11;
    private static final double SWATCH = 9;
    private static final double SWATCH_GAP = 5;
    private static final double KEY_GAP = 14;
    private static final double BOLD = 1.12; // as wide as regular letters
    private static final double WIDE_FACES = 1.08;

    private PanelLayer() {}

    static void drawBackgrounds(SvgWriter svg, Scene scene) {
        RollGeometry roll = scene.roll();
        for (PlacedPanel placed : scene.panels()) {
            if (placed.panel().timed()) {
                svg.rect(roll.left(), placed.top(), roll.width(), placed.panel().height())
                        .fill(Ink.WHITE_ROW)
                        .close();
            }
        }
    }

    static void draw(SvgWriter svg, Scene scene) {
        for (PlacedPanel placed : scene.panels()) {
            drawHeading(svg, scene.roll(), placed);
            placed.panel().draw(svg, scene.roll(), placed.top());
        }
    }

    private static void drawHeading(SvgWriter svg, RollGeometry roll, PlacedPanel placed) {
        double baseline = placed.top() - 0.6 * SIZE;
        List<Panel.Key> keys = placed.panel().keys();
        double widthOfKeys = 0;
        for (Panel.Key key : keys) {
            widthOfKeys += KEY_GAP + widthOf(key);
        }
        String title = placed.panel().title();
        boolean roomForKeys = BOLD * Lettering.width(title, SIZE) + widthOfKeys <= roll.width();
        svg.open("text")
                .fill(Ink.TEXT)
                .attr("font-size", SIZE)
                .attr("font-weight", "600")
                .attr("x", roll.left())
                .attr("y", baseline);
        svg.text(Lettering.fitted(title, SIZE, roll.width() / BOLD)).close();
        if (roomForKeys) {
            drawKeys(svg, keys, roll.right() - widthOfKeys + KEY_GAP, baseline);
        }
    }

    private static void drawKeys(SvgWriter svg, List<Panel.Key> keys, double left, double baseline) {
        double x = left;
        for (Panel.Key key : keys) {
            svg.rect(x, baseline - SWATCH + 1, SWATCH, SWATCH)
                    .attr("rx", 2)
                    .fill(key.ink())
                    .close();
            svg.open("text")
                    .fill(Ink.MUTED)
                    .attr("font-size", SIZE)
                    .attr("x", x + SWATCH + SWATCH_GAP)
                    .attr("y", baseline);
            svg.text(key.label()).close();
            x += widthOf(key) + KEY_GAP;
        }
    }

    private static double widthOf(Panel.Key key) {
        return SWATCH + SWATCH_GAP + WIDE_FACES * Lettering.width(key.label(), SIZE);
    }
}
