package io.github.musicgen.representation.picture;

/** Straight lines of one color, as a single element. */
final class LinePath {
    private final SvgPath path = new SvgPath();

    void horizontal(double x, double y, double width) {
        path.move(x, y).horizontal(width);
    }

    void vertical(double x, double y, double height) {
        path.move(x, y).vertical(height);
    }

    void draw(SvgWriter svg, Ink ink) {
        if (!path.isEmpty()) {
            svg.open("path")
                    .stroke(ink)
                    .attr("d", path.toString())
                    .attr("shape-rendering", "crispEdges")
                    .close();
        }
    }
}
