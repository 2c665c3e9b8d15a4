package io.github.musicgen.representation.picture;

/** Straight lines of one color, as a single element. */
final class LinePath {
    private final StringBuilder commands = new StringBuilder();

    void horizontal(double x, double y, double width) {
        add(x, y, 'h', width);
    }

    void vertical(double x, double y, double height) {
        add(x, y, 'v', height);
    }

    private void add(double x, double y, char direction, double length) {
        commands.append('M');
        SvgWriter.appendNumber(commands, x);
        commands.append(' ');
        SvgWriter.appendNumber(commands, y);
        commands.append(direction);
        SvgWriter.appendNumber(commands, length);
    }

    void draw(SvgWriter svg, Ink ink) {
        if (commands.length() > 0) {
            svg.open("path")
                    .stroke(ink)
                    .attr("d", commands.toString())
                    .attr("shape-rendering", "crispEdges")
                    .close();
        }
    }
}
