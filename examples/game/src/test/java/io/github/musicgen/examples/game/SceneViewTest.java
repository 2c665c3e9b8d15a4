package io.github.musicgen.examples.game;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.Note;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Draws into memory, and without words: neither a screen nor a font is needed. */
class SceneViewTest {
    private static final int NOW = 1_000;

    private static BufferedImage picture(double danger) {
        Scene scene = new Scene(
                NOW,
                Level.of(1, 0),
                0,
                0,
                danger,
                Mood.ofDanger(danger),
                new Point(100, 100),
                new Point(300, 100),
                List.of(new Mine(new Point(500, 300), new Point(0, 0))),
                List.of(new Note(66, 64, NOW - 128, NOW)));
        BufferedImage image = new BufferedImage(World.WIDTH, 650, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        SceneView.paint(pen, scene);
        pen.dispose();
        return image;
    }

    private static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    @Test
    void boat_lightMinesAndMusic_areSeenInTheirPlaces() {
        BufferedImage image = picture(0);

        assertThat(at(image, 100, 100)).isEqualTo(Palette.LAMP);
        assertThat(at(image, 100, 110)).isEqualTo(Palette.HULL);
        assertThat(at(image, 300, 100)).isEqualTo(Palette.LAMP);
        assertThat(at(image, 500, 300)).isEqualTo(Palette.MINE);
        assertThat(at(image, 700, 400)).isEqualTo(Palette.NIGHT);
        assertThat(at(image, 700, World.HEIGHT + 57)).isEqualTo(Palette.LAMP);
        assertThat(at(image, 300, World.HEIGHT + 57)).isEqualTo(Palette.GROUND);
    }

    @Test
    void danger_isSeen() {
        assertThat(at(picture(1), 700, 400)).isEqualTo(Palette.ALARM);
    }
}
