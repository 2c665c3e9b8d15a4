package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a picture shows, and where.
 *
 * @param sequence the music
 * @param voices its parts that are seen
 * @param regions its regions
 * @param gridLines which lines divide its time
 * @param header what stands at the top
 * @param captions what is written along the time line
 * @param roll where notes with pitch lie
 * @param drums where drums lie
 * @param panels what stands below all that
 */
record Scene(
        NoteSequence sequence,
        List<Voice> voices,
        List<Region> regions,
        GridLines gridLines,
        Header header,
        Captions captions,
        RollGeometry roll,
        DrumRows drums,
        List<PlacedPanel> panels) {

    /** The space around everything. */
    static final double MARGIN = 16;

    boolean hasRoll() {
        return roll.rows() > 0;
    }

    /** All that lies on the time axis, from the top. */
    List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        if (hasRoll()) {
            bands.add(new Band(roll.top(), roll.bottom()));
        }
        if (!drums.isEmpty()) {
            bands.add(new Band(drums.top(), drums.bottom()));
        }
        bands.addAll(panelBands());
        return bands;
    }

    /** What the color of a region covers: all rows, those of the drums included, and panels. */
    List<Band> regionBands() {
        List<Band> bands = new ArrayList<>();
        bands.add(new Band(roll.top(), drums.isEmpty() ? roll.bottom() : drums.bottom()));
        bands.addAll(panelBands());
        return bands;
    }

    private List<Band> panelBands() {
        return panels.stream()
                .filter(placed -> placed.panel().timed())
                .map(placed -> new Band(placed.top(), placed.bottom()))
                .toList();
    }

    double width() {
        return header.width();
    }

    double height() {
        if (!panels.isEmpty()) {
            return panels.get(panels.size() - 1).bottom() + MARGIN;
        }
        return (drums.isEmpty() ? roll.bottom() + captions.heightBelow() : drums.bottom()) + MARGIN;
    }
}
