package io.github.musicgen.examples.game;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Draws what happens, in units of the world. */
final class WaterPainter {
    private WaterPainter() {}

    static void paint(Graphics2D pen, Scene scene) {
        pen.setColor(Palette.mix(Palette.NIGHT, Palette.ALARM, scene.danger()));
        pen.fillRect(0, 0, World.WIDTH, World.HEIGHT);
        disc(pen, scene.light(), 26, Palette.translucent(Palette.LAMP, 50));
        disc(pen, scene.light(), 8, Palette.LAMP);
        for (Mine mine : scene.mines()) {
            disc(pen, mine.place(), 20, Palette.translucent(Palette.MINE, 50));
            disc(pen, mine.place(), 11, Palette.MINE);
        }
        disc(pen, scene.boat(), 70, Palette.translucent(Palette.LAMP, 28));
        disc(pen, scene.boat(), 40, Palette.translucent(Palette.LAMP, 36));
        paintBoat(pen, scene.boat());
    }

    private static void paintBoat(Graphics2D pen, Point boat) {
        Path2D hull = new Path2D.Double();
        hull.moveTo(boat.x() - 18, boat.y() + 2);
        hull.lineTo(boat.x() + 18, boat.y() + 2);
        hull.lineTo(boat.x() + 11, boat.y() + 14);
        hull.lineTo(boat.x() - 11, boat.y() + 14);
        hull.closePath();
        pen.setColor(Palette.HULL);
        pen.fill(hull);
        disc(pen, boat, 6, Palette.LAMP);
    }

    private static void disc(Graphics2D pen, Point center, double radius, Color color) {
        pen.setColor(color);
        pen.fill(new Ellipse2D.Double(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius));
    }
}
