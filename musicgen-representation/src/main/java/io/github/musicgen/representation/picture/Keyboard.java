package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.Pitch;

/** The piano keys left of the roll. */
final class Keyboard {
    static final double WIDTH = 48;

    private static final double BLACK_WIDTH = 0.6; // of a white key
    private static final double MAX_FONT_SIZE = 9.5;
    private static final double MIN_FONT_SIZE = 8;
    private static final int BLACK_KEYS = 0b0101_0100_1010; // bit per pitch class, C lowest

    private Keyboard() {}

    static boolean isBlack(int pitch) {
        return (BLACK_KEYS >> pitch % Pitch.PER_OCTAVE & 1) != 0;
    }

    /** From the left margin to the roll, however wide that is. */
    static void draw(SvgWriter svg, RollGeometry roll) {
        double left = Scene.MARGIN;
        double width = roll.left() - left;
        double blackWidth = BLACK_WIDTH * width;
        svg.rect(left, roll.top(), width, roll.bottom() - roll.top())
                .fill(Ink.WHITE_KEY)
                .close();
        LinePath edges = new LinePath();
        for (int pitch = roll.lowestPitch(); pitch < roll.highestPitch(); pitch++) {
            if (isBlack(pitch)) {
                edges.horizontal(left + blackWidth, roll.y(pitch) + roll.rowHeight() / 2, width - blackWidth);
            } else if (!isBlack(pitch + 1)) {
                edges.horizontal(left, roll.y(pitch), width);
            }
        }
        edges.draw(svg, Ink.KEY_LINE);
        svg.open("g").fill(Ink.BLACK_KEY);
        for (int pitch = roll.lowestPitch(); pitch <= roll.highestPitch(); pitch++) {
            if (isBlack(pitch)) {
                svg.rect(left, roll.y(pitch), blackWidth, roll.rowHeight()).close();
            }
        }
        svg.close();
        drawNames(svg, roll);
    }

    private static void drawNames(SvgWriter svg, RollGeometry roll) {
        double size = Math.min(MAX_FONT_SIZE, Math.max(MIN_FONT_SIZE, roll.rowHeight() + 1));
        svg.open("g").fill(Ink.KEY_TEXT).attr("font-size", size).attr("text-anchor", "end");
        for (int pitch = roll.lowestPitch(); pitch <= roll.highestPitch(); pitch++) {
            if (pitch % Pitch.PER_OCTAVE == 0) {
                svg.open("text")
                        .attr("x", roll.left() - 4)
                        .attr("y", roll.y(pitch) + roll.rowHeight() / 2 + size * 0.36);
                svg.text(Pitch.nameOf(pitch)).close();
            }
        }
        svg.close();
    }
}
