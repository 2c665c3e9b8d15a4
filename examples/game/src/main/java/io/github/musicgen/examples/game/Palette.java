package io.github.musicgen.examples.game;

import java.awt.Color;

/** The colors of the night. */
final class Palette {
    static final Color NIGHT = new Color(0x0E1A2B);
    static final Color ALARM = new Color(0x3A1524);
    static final Color GROUND = new Color(0x0A111C);
    static final Color LINE = new Color(0x24344A);
    static final Color TEXT = new Color(0xC9D6E6);
    static final Color LAMP = new Color(0xFFD98A);
    static final Color MINE = new Color(0xE0566B);
    static final Color HULL = new Color(0xB98A5A);

    private Palette() {}

    static Color translucent(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** Between two colors: the first for a share of 0 or less, the second for 1 or more. */
    static Color mix(Color one, Color other, double share) {
        double part = Math.max(0, Math.min(1, share));
        return new Color(
                (int) (one.getRed() + part * (other.getRed() - one.getRed())),
                (int) (one.getGreen() + part * (other.getGreen() - one.getGreen())),
                (int) (one.getBlue() + part * (other.getBlue() - one.getBlue())));
    }
}
