package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.ArrayList;
import java.util.List;

/** Finds the place of everything: first across, since the room for text decides about heights, then down. */
final class Layout {
    private static final double PIXELS_PER_QUARTER = 40;
    private static final double MIN_ROLL_WIDTH = 480;
    private static final double MAX_ROLL_WIDTH = 960;
    private static final double ROLL_HEIGHT = 300;
    private static final double MIN_ROW_HEIGHT = 3;
    private static final double MAX_ROW_HEIGHT = 12;
    private static final double DRUM_GAP = 10;
    private static final double DRUM_NAME_GAP = 6;
    private static final double REGION_GAP = 4;
    private static final double PANEL_GAP = 6;

    private final NoteSequence sequence;
    private final PianoRollSvg wishes;
    private final long toTick;
    private final List<Voice> voices;
    private final List<Integer> drums;
    private final PitchRows rows;

    Layout(NoteSequence sequence, PianoRollSvg wishes) {
        this.sequence = sequence;
        this.wishes = wishes;
        this.toTick = wishes.toTick().orElseGet(() -> Passage.end(sequence, wishes.regions(), wishes.fromTick()));
        this.voices = Voice.of(sequence, wishes.fromTick(), toTick);
        this.drums = DrumRows.pitchesOf(voices);
        this.rows = wishes.rows().orElseGet(() -> PitchRows.of(voices));
    }

    Scene scene() {
        double left = Scene.MARGIN + gutter();
        double rollWidth = rollWidth(left + Scene.MARGIN);
        Header header = Header.of(wishes.title(), Facts.line(sequence), voices, left + rollWidth + Scene.MARGIN);
        RollGeometry across = roll(left, rollWidth, 0);
        Captions captions = Captions.of(sequence, voices, across);
        double regions = wishes.regions().isEmpty() ? 0 : RegionLayer.NAME_HEIGHT + REGION_GAP;
        RollGeometry roll = roll(left, rollWidth, header.bottom() + regions + captions.heightAbove());
        double drumTop = roll.rows() == 0 ? roll.top() : roll.bottom() + captions.heightBelow() + DRUM_GAP;
        DrumRows drumRows = new DrumRows(drums, drumTop);
        return new Scene(
                sequence,
                voices,
                wishes.regions(),
                wishes.gridLines(),
                header,
                captions,
                roll,
                drumRows,
                panels(drums.isEmpty() ? roll.bottom() + captions.heightBelow() : drumRows.bottom()));
    }

    private List<PlacedPanel> panels(double bottom) {
        List<PlacedPanel> placed = new ArrayList<>();
        double top = bottom;
        for (Panel panel : wishes.panels()) {
            top += PANEL_GAP + PanelLayer.HEADING;
            placed.add(new PlacedPanel(panel, top));
            top += panel.height();
        }
        return placed;
    }

    private RollGeometry roll(double left, double width, double top) {
        double fitting = Math.round(ROLL_HEIGHT / Math.max(1, rows.count()));
        double rowHeight = wishes.rowHeight().orElse(Math.max(MIN_ROW_HEIGHT, Math.min(MAX_ROW_HEIGHT, fitting)));
        return new RollGeometry(wishes.fromTick(), toTick, left, width, rows.lowest(), rows.highest(), top, rowHeight);
    }

    /** The room left of the roll, for keys and for the names of drums. */
    private double gutter() {
        double keys = rows.count() == 0 ? 0 : Keyboard.WIDTH;
        double names = drums.isEmpty() ? 0 : DRUM_NAME_GAP + DrumRows.widthOfNames(drums);
        return Math.max(keys, names);
    }

    private double rollWidth(double around) {
        if (wishes.width().isPresent()) {
            return wishes.width().getAsDouble() - around;
        }
        double quarters = (double) (toTick - wishes.fromTick()) / sequence.ticksPerQuarter();
        if (wishes.pixelsPerQuarter().isPresent()) {
            double wished = quarters * wishes.pixelsPerQuarter().getAsDouble();
            return Math.max(PianoRollSvg.MIN_WIDTH, Math.min(wished + around, PianoRollSvg.MAX_WIDTH)) - around;
        }
        return Math.max(MIN_ROLL_WIDTH, Math.min(MAX_ROLL_WIDTH, quarters * PIXELS_PER_QUARTER));
    }
}
