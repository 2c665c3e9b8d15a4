package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.GeneralMidi;

/** The rows behind the notes, striped like a keyboard, and the names of the drums. */
final class RowLayer {
    private RowLayer() {}

    static void draw(SvgWriter svg, Scene scene) {
        RollGeometry roll = scene.roll();
        if (scene.hasRoll()) {
            svg.rect(roll.left(), roll.top(), roll.width(), roll.bottom() - roll.top())
                    .fill(Ink.WHITE_ROW)
                    .close();
            svg.open("g").fill(Ink.BLACK_ROW);
            for (int pitch = roll.lowestPitch(); pitch <= roll.highestPitch(); pitch++) {
                if (Keyboard.isBlack(pitch)) {
                    svg.rect(roll.left(), roll.y(pitch), roll.width(), roll.rowHeight())
                            .close();
                }
            }
            svg.close();
            drawKeyLines(svg, roll);
        }
        drawDrumRows(svg, scene);
    }

    /** Where two white keys touch, B and C or E and F, there is no stripe to tell the rows apart. */
    private static void drawKeyLines(SvgWriter svg, RollGeometry roll) {
        LinePath lines = new LinePath();
        for (int pitch = roll.lowestPitch(); pitch < roll.highestPitch(); pitch++) {
            if (!Keyboard.isBlack(pitch) && !Keyboard.isBlack(pitch + 1)) {
                lines.horizontal(roll.left(), roll.y(pitch), roll.width());
            }
        }
        lines.draw(svg, Ink.ROW_LINE);
    }

    private static void drawDrumRows(SvgWriter svg, Scene scene) {
        DrumRows drums = scene.drums();
        if (drums.isEmpty()) {
            return;
        }
        RollGeometry roll = scene.roll();
        svg.rect(roll.left(), drums.top(), roll.width(), drums.bottom() - drums.top())
                .fill(Ink.WHITE_ROW)
                .close();
        svg.open("g").fill(Ink.BLACK_ROW);
        for (int i = 1; i < drums.pitches().size(); i += 2) {
            svg.rect(roll.left(), drums.top() + i * DrumRows.ROW_HEIGHT, roll.width(), DrumRows.ROW_HEIGHT)
                    .close();
        }
        svg.close();
        svg.open("g").fill(Ink.MUTED).attr("font-size", DrumRows.FONT_SIZE).attr("text-anchor", "end");
        for (int pitch : drums.pitches()) {
            svg.open("text").attr("x", roll.left() - 6).attr("y", drums.y(pitch) + DrumRows.ROW_HEIGHT / 2 + 3.5);
            svg.text(GeneralMidi.drumName(pitch)).close();
        }
        svg.close();
    }
}
