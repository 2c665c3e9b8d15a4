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
        RollGeometry roll = scene.roll();
        DrumRows drums = scene.drums();
        LinePath lines = new LinePath();
        for (long tick : ticks) {
            double x = roll.x(tick);
            if (scene.hasRoll()) {
                lines.vertical(x, roll.top(), roll.bottom() - roll.top());
            }
            if (!drums.isEmpty()) {
                lines.vertical(x, drums.top(), drums.bottom() - drums.top());
            }
        }
        lines.draw(svg, ink);
    }
}
