package io.github.musicgen.representation.picture;

/** Puts the layers of a picture on top of each other, and the frame of a document around them. */
final class Document {
    private static final String FONTS = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
    private static final double CORNER = 8;

    private Document() {}

    static String of(Scene scene, Theme theme) {
        SvgWriter body = new SvgWriter(theme);
        body.rect(0, 0, scene.width(), scene.height())
                .fill(Ink.PAPER)
                .attr("rx", CORNER)
                .close();
        RowLayer.draw(body, scene);
        PanelLayer.drawBackgrounds(body, scene);
        RegionLayer.draw(body, scene);
        GridLayer.draw(body, scene);
        RegionLayer.drawEdges(body, scene);
        NoteLayer.draw(body, scene);
        PanelLayer.draw(body, scene);
        drawFrames(body, scene);
        scene.header().draw(body);
        scene.captions().draw(body, scene.roll());
        return head(scene, theme) + body.darkStyle() + body + "</svg>\n";
    }

    private static SvgWriter head(Scene scene, Theme theme) {
        StringBuilder viewBox = new StringBuilder("0 0 ");
        SvgWriter.appendNumber(viewBox, scene.width());
        viewBox.append(' ');
        SvgWriter.appendNumber(viewBox, scene.height());
        String title = scene.header().title();
        return new SvgWriter(theme)
                .open("svg")
                .attr("xmlns", "http://www.w3.org/2000/svg")
                .attr("viewBox", viewBox.toString())
                .attr("width", scene.width())
                .attr("height", scene.height())
                .attr("style", "max-width:100%;height:auto")
                .attr("role", "img")
                .attr("font-family", FONTS)
                .textElement("title", title.isBlank() ? "Piano roll" : title.strip())
                .textElement("desc", Facts.description(scene));
    }

    private static void drawFrames(SvgWriter svg, Scene scene) {
        RollGeometry roll = scene.roll();
        if (scene.hasRoll()) {
            Keyboard.draw(svg, roll);
        }
        svg.open("g").stroke(Ink.FRAME).attr("fill", "none").attr("shape-rendering", "crispEdges");
        if (scene.hasRoll()) {
            svg.rect(Scene.MARGIN, roll.top(), roll.left() - Scene.MARGIN, roll.bottom() - roll.top())
                    .close();
        }
        for (Band band : scene.bands()) {
            svg.rect(roll.left(), band.top(), roll.width(), band.height()).close();
        }
        svg.close();
    }
}
