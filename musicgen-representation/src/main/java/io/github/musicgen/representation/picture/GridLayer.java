package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.time.MeterMap;
import java.util.List;

/** Lines at bars and beats. */
final class GridLayer {
    private static final double LEAST_BAR_WIDTH = 14;

    private GridLayer() {}

    static void draw(SvgWriter svg, Scene scene) {
        MeterMap meterMap = scene.sequence().meterMap();
        Bars bars = new Bars(meterMap, scene.roll());
        List<Long> starts =
                bars.every(LEAST_BAR_WIDTH).stream().map(meterMap::barStart).toList();
        if (scene.gridLines() == GridLines.BEATS) {
            drawLines(svg, scene, bars.beats(), Ink.BEAT_LINE);
        }
        if (scene.gridLines() != GridLines.NONE) {
            drawLines(svg, scene, starts, Ink.BAR_LINE);
        }
    }

    private static void drawLines(SvgWriter svg, Scene scene, List<Long> ticks, Ink ink) {
        LinePath lines = new LinePath();
        for (long tick : ticks) {
            for (Band band : scene.bands()) {
                lines.vertical(scene.roll().x(tick), band.top(), band.height());
            }
        }
        lines.draw(svg, ink);
    }
}
