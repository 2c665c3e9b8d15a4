package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The notes: part by part, loud ones over soft ones. */
final class NoteLayer {
    private static final int VELOCITIES_PER_SHADE = 16;
    private static final int LOUDEST = 7;
    private static final double SOFTEST_OPACITY = 0.55;
    private static final double LEAST_WIDTH = 1.25;
    private static final double GAP = 1;
    private static final double MIN_STROKE = 2;
    private static final double MAX_STROKE = 11;
    private static final double STROKE_INSET = 1.5;

    private final SvgWriter svg;
    private final Scene scene;

    private NoteLayer(SvgWriter svg, Scene scene) {
        this.svg = svg;
        this.scene = scene;
    }

    /** What notes that are drawn alike have in common. */
    private record Shade(int level, Ink ink) implements Comparable<Shade> {
        private static final Comparator<Shade> ORDER =
                Comparator.comparingInt(Shade::level).thenComparing(Shade::ink);

        @Override
        public int compareTo(Shade other) {
            return ORDER.compare(this, other);
        }
    }

    static void draw(SvgWriter svg, Scene scene) {
        NoteLayer layer = new NoteLayer(svg, scene);
        // The first part, most often the melody, lies on top.
        for (int i = scene.voices().size() - 1; i >= 0; i--) {
            layer.drawVoice(scene.voices().get(i));
        }
    }

    private void drawVoice(Voice voice) {
        Map<Shade, List<Note>> shades = new TreeMap<>();
        for (Note note : voice.notes()) {
            if (hasRow(note, voice)) {
                shades.computeIfAbsent(shadeOf(note, voice), shade -> new ArrayList<>())
                        .add(note);
            }
        }
        shades.forEach((shade, notes) -> {
            svg.open("g").fill(shade.ink());
            if (shade.level() < LOUDEST) {
                svg.attr("fill-opacity", SOFTEST_OPACITY + (1 - SOFTEST_OPACITY) * shade.level() / LOUDEST);
            }
            notes.forEach(voice.drums() ? this::drawDrum : this::drawNote);
            svg.close();
        });
    }

    private boolean hasRow(Note note, Voice voice) {
        RollGeometry roll = scene.roll();
        return voice.drums() || (note.pitch() >= roll.lowestPitch() && note.pitch() <= roll.highestPitch());
    }

    /** A piece of one part spends its color on telling regions apart; in others colors tell the parts apart. */
    private Shade shadeOf(Note note, Voice voice) {
        Ink ink = voice.ink();
        if (scene.voices().size() == 1) {
            for (Region region : scene.regions()) {
                ink = region.contains(note.startTick()) ? Ink.of(region.kind()) : ink;
            }
        }
        return new Shade((note.velocity() - 1) / VELOCITIES_PER_SHADE, ink);
    }

    private void drawNote(Note note) {
        RollGeometry roll = scene.roll();
        double x = roll.x(roll.clip(note.startTick()));
        double width = roll.x(roll.clip(note.endTick())) - x;
        drawBlock(x, roll.y(note.pitch()), width, roll.rowHeight());
    }

    /** How long a drum sounds says little: every stroke is as wide as a sixteenth, as far as there is room for that. */
    private void drawDrum(Note note) {
        RollGeometry roll = scene.roll();
        double x = roll.x(note.startTick());
        double sixteenth = scene.sequence().ticksPerQuarter() / 4.0 * roll.pixelsPerTick();
        double width = Math.max(MIN_STROKE, Math.min(MAX_STROKE, sixteenth));
        double y = scene.drums().y(note.pitch()) + STROKE_INSET;
        drawBlock(x, y, Math.min(width, roll.right() - x), DrumRows.ROW_HEIGHT - 2 * STROKE_INSET);
    }

    private void drawBlock(double x, double y, double width, double height) {
        double gap = Math.min(GAP, width / 6);
        double shown = Math.max(LEAST_WIDTH, width - gap);
        svg.rect(x, y + 0.5, shown, height - 1);
        double radius = Math.min(2.5, height * 0.28);
        if (radius >= 1 && shown > 2 * radius) {
            svg.attr("rx", radius);
        }
        svg.close();
    }
}
