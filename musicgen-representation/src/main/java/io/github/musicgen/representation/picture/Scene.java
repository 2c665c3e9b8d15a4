package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.NoteSequence;
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
 */
record Scene(
        NoteSequence sequence,
        List<Voice> voices,
        List<Region> regions,
        GridLines gridLines,
        Header header,
        Captions captions,
        RollGeometry roll,
        DrumRows drums) {

    /** The space around everything. */
    static final double MARGIN = 16;

    boolean hasRoll() {
        return roll.rows() > 0;
    }

    /** The lower edge of all rows, those of the drums included. */
    double bottom() {
        return drums.isEmpty() ? roll.bottom() : drums.bottom();
    }

    double width() {
        return header.width();
    }

    double height() {
        return (drums.isEmpty() ? roll.bottom() + captions.heightBelow() : drums.bottom()) + MARGIN;
    }
}
