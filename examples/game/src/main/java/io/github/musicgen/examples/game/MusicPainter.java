package io.github.musicgen.examples.game;

import io.github.musicgen.representation.sequence.Note;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/** Draws what was heard in the last two bars, as a strip as wide as the world whose right edge is now. */
final class MusicPainter {
    static final int HEIGHT = 110;

    private static final int LOWEST = 52;
    private static final int HIGHEST = 80;
    private static final double ROW = HEIGHT / (double) (HIGHEST - LOWEST);
    private static final double QUIET = 64;
    private static final double LOUD = 120;

    private MusicPainter() {}

    static void paint(Graphics2D pen, Scene scene) {
        pen.setColor(Palette.GROUND);
        pen.fillRect(0, 0, World.WIDTH, HEIGHT);
        long now = scene.frame();
        pen.setColor(Palette.LINE);
        for (long bar = now - now % Soundtrack.FRAMES_PER_BAR;
                bar > now - Scene.HEARD_FRAMES;
                bar -= Soundtrack.FRAMES_PER_BAR) {
            pen.fillRect((int) x(bar, now), 0, 1, HEIGHT);
        }
        for (Note note : scene.heard()) {
            paint(pen, note, now);
        }
    }

    private static void paint(Graphics2D pen, Note note, long now) {
        pen.setColor(Palette.mix(Palette.LAMP, Palette.MINE, (note.velocity() - QUIET) / (LOUD - QUIET)));
        double left = Math.max(0, x(note.startTick(), now));
        double width = Math.max(2, x(note.endTick(), now) - left - 1);
        pen.fill(new RoundRectangle2D.Double(left, (HIGHEST - note.pitch()) * ROW, width, ROW + 1, 4, 4));
    }

    private static double x(long frame, long now) {
        return World.WIDTH * (1 - (now - frame) / (double) Scene.HEARD_FRAMES);
    }
}
