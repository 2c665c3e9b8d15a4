package io.github.musicgen.representation.picture;

/** The tint of regions behind the notes, and their names above. */
final class RegionLayer {
    private static final double NAME_TINT = 0.18;
    static final double NAME_HEIGHT = 20;

    private static final double EDGE = 1.5;

    private RegionLayer() {}

    static void draw(SvgWriter svg, Scene scene) {
        RollGeometry roll = scene.roll();
        for (Region region : scene.regions()) {
            double x = roll.x(roll.clip(region.fromTick()));
            double width = roll.x(roll.clip(region.toTick())) - x;
            if (width <= 0) {
                continue;
            }
            Ink ink = Ink.of(region.kind());
            svg.open("g").fill(ink);
            for (Band band : scene.regionBands()) {
                svg.rect(x, band.top(), width, band.height())
                        .attr("fill-opacity", tint(region.kind()))
                        .close();
            }
            double top = scene.header().bottom();
            svg.rect(x, top, width, NAME_HEIGHT).attr("fill-opacity", NAME_TINT).close();
            svg.rect(x, top + NAME_HEIGHT - 2, width, 2).close();
            svg.close();
        }
        for (RegionName name : RegionName.of(scene.regions(), roll)) {
            svg.open("text")
                    .fill(Ink.TEXT)
                    .attr("font-size", RegionName.FONT_SIZE)
                    .attr("font-weight", "600")
                    .attr("x", name.anchoredAtEnd() ? name.end() : name.x())
                    .attr("y", scene.header().bottom() + 13.5);
            if (name.anchoredAtEnd()) {
                svg.attr("text-anchor", "end");
            }
            svg.text(name.text()).close();
        }
    }

    /** Where regions begin within the picture, over the grid. */
    static void drawEdges(SvgWriter svg, Scene scene) {
        RollGeometry roll = scene.roll();
        for (Region region : scene.regions()) {
            if (region.fromTick() > roll.fromTick() && region.fromTick() < roll.toTick()) {
                double x = roll.x(region.fromTick()) - EDGE / 2;
                for (Band band : scene.regionBands()) {
                    svg.rect(x, band.top(), EDGE, band.height())
                            .fill(Ink.of(region.kind()))
                            .close();
                }
            }
        }
    }

    /** What was given steps back behind a tint; what was made stands in the open. */
    private static double tint(Region.Kind kind) {
        return switch (kind) {
            case PRIMER -> 0.09;
            case CONTINUATION -> 0.03;
            case HIGHLIGHT -> 0.1;
        };
    }
}
