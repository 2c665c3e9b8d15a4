package io.github.musicgen.examples.game;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** Draws the game in any size: the water, and below it what is heard. */
final class SceneView extends JComponent {
    private static final int HEIGHT = World.HEIGHT + MusicPainter.HEIGHT;
    private static final int MARGIN = 16;
    private static final int BASELINE = 26;

    private transient @Nullable Scene scene;

    SceneView() {
        setPreferredSize(new Dimension(World.WIDTH, HEIGHT));
        setOpaque(true);
    }

    /** Shows another scene; on the thread of Swing. */
    void show(Scene newScene) {
        scene = newScene;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = (Graphics2D) graphics.create();
        try {
            pen.setColor(Palette.GROUND);
            pen.fillRect(0, 0, getWidth(), getHeight());
            fit(pen);
            if (scene == null) {
                paintWords(pen, "Loading the music ...", MARGIN);
            } else {
                paint(pen, scene);
                paintState(pen, scene);
            }
        } finally {
            pen.dispose();
        }
    }

    /** From now on the pen draws in units of the world, in the middle of the window. */
    private void fit(Graphics2D pen) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double scale = Math.min(getWidth() / (double) World.WIDTH, getHeight() / (double) HEIGHT);
        pen.translate((getWidth() - scale * World.WIDTH) / 2, (getHeight() - scale * HEIGHT) / 2);
        pen.scale(scale, scale);
        pen.clipRect(0, 0, World.WIDTH, HEIGHT);
    }

    /** Everything but words. */
    static void paint(Graphics2D pen, Scene scene) {
        WaterPainter.paint(pen, scene);
        Graphics2D below = (Graphics2D) pen.create();
        below.translate(0, World.HEIGHT);
        MusicPainter.paint(below, scene);
        below.dispose();
    }

    private static void paintState(Graphics2D pen, Scene scene) {
        paintWords(
                pen,
                "Level %d    lights %d of %d    hits %d"
                        .formatted(scene.level().number() + 1, scene.lights(), World.LIGHTS_PER_LEVEL, scene.hits()),
                MARGIN);
        String mood = "danger %.0f %%    temperature %.2f    notes on %s"
                .formatted(
                        100 * scene.danger(),
                        scene.mood().temperature(),
                        name(scene.mood().grid()));
        paintWords(pen, mood, World.WIDTH - MARGIN - pen.getFontMetrics().stringWidth(mood));
    }

    private static void paintWords(Graphics2D pen, String words, int x) {
        pen.setColor(Palette.TEXT);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        pen.drawString(words, x, BASELINE);
    }

    private static String name(int grid) {
        return switch (grid) {
            case 4 -> "quarters";
            case 2 -> "eighths";
            default -> "sixteenths";
        };
    }
}
