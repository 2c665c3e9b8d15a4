package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.time.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Draws music as a piano roll: notes over bars and beats, piano keys at the left, parts in colors that color-blind readers can
 * tell apart, velocity as shade, drums in named rows, chord symbols and markers above, lyrics below.
 *
 * <pre>{@code
 * String svg = PianoRollSvg.of(sequence)
 *         .region(Region.primer(0, 7680))
 *         .region(Region.continuation(7680, 23040))
 *         .theme(Theme.DARK)
 *         .svg();
 * }</pre>
 *
 * <p>What comes out is a whole SVG document, the same bytes for the same music and options everywhere. It grows with its notes and
 * its width, not with the length of the music: where bars, beats, numbers or words would stand too close, some are left out; of a chord,
 * a marker or a syllable a stroke stays. Of parts that have one name, each gets a number behind it. Text
 * is escaped; characters that XML cannot hold are replaced.
 *
 * <p>Collects its options like a builder, and is as little made for several threads at once.
 */
public final class PianoRollSvg {
    /** The least width of a picture. */
    public static final double MIN_WIDTH = 240;

    /** The greatest width of a picture. Music that would need more gets fewer pixels per quarter. */
    public static final double MAX_WIDTH = 16_384;

    /** The most notes that a picture can have. */
    public static final int MAX_NOTES = 1_000_000;

    private static final double MAX_PIXELS_PER_QUARTER = 1_000;
    private static final double MAX_ROW_HEIGHT = 64;
    private static final double MAX_PANEL_HEIGHT = 4_096;

    private final NoteSequence sequence;
    private final List<Region> regions = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private String title;
    private Theme theme = Theme.LIGHT;
    private GridLines gridLines = GridLines.BEATS;
    private OptionalDouble width = OptionalDouble.empty();
    private OptionalDouble pixelsPerQuarter = OptionalDouble.empty();
    private OptionalDouble rowHeight = OptionalDouble.empty();
    private Optional<PitchRows> rows = Optional.empty();
    private long fromTick;
    private OptionalLong toTick = OptionalLong.empty();

    private PianoRollSvg(NoteSequence sequence) {
        this.sequence = sequence;
        this.title = sequence.title();
    }

    /**
     * Starts a picture.
     *
     * @param sequence the music
     * @return its drawing, with options that fit most music
     * @throws IllegalArgumentException if it has more than {@link #MAX_NOTES} notes
     */
    public static PianoRollSvg of(NoteSequence sequence) {
        long notes = sequence.notes().count();
        if (notes > MAX_NOTES) {
            throw new IllegalArgumentException("notes of a picture must be 0.." + MAX_NOTES + ", but were " + notes);
        }
        return new PianoRollSvg(sequence);
    }

    /**
     * Sets the title; that of the music unless set.
     *
     * @param newTitle the title; empty for none
     * @return this drawing
     */
    public PianoRollSvg title(String newTitle) {
        title = newTitle;
        return this;
    }

    /**
     * Sets the colors; light unless set.
     *
     * @param newTheme the theme
     * @return this drawing
     */
    public PianoRollSvg theme(Theme newTheme) {
        theme = newTheme;
        return this;
    }

    /**
     * Sets the lines that divide time; bars and beats unless set.
     *
     * @param newGridLines which lines
     * @return this drawing
     */
    public PianoRollSvg gridLines(GridLines newGridLines) {
        gridLines = newGridLines;
        return this;
    }

    /**
     * Tells a passage from the others by a tint and a name above it. If there is one part alone, its notes take the color of the
     * last region that they start in. Can be said several times.
     *
     * @param region the passage
     * @return this drawing
     */
    public PianoRollSvg region(Region region) {
        regions.add(region);
        return this;
    }

    /**
     * Draws something more under the roll. Can be said several times; the first stands highest.
     *
     * @param panel what to draw, 1 to 4096 pixels high
     * @return this drawing
     */
    public PianoRollSvg panel(Panel panel) {
        requireSize("height of a panel", panel.height(), 1, MAX_PANEL_HEIGHT);
        panels.add(panel);
        return this;
    }

    /**
     * Sets the width of the whole picture, whatever the length of the music.
     *
     * @param pixels the width, {@link #MIN_WIDTH} to {@link #MAX_WIDTH}; wins over {@link #pixelsPerQuarter}
     * @return this drawing
     */
    public PianoRollSvg width(double pixels) {
        width = OptionalDouble.of(requireSize("width", pixels, MIN_WIDTH, MAX_WIDTH));
        return this;
    }

    /**
     * Sets the width of a quarter note. The whole picture stays within {@link #MIN_WIDTH} and {@link #MAX_WIDTH} nevertheless.
     *
     * @param pixels the width, 0.01 to 1000
     * @return this drawing
     */
    public PianoRollSvg pixelsPerQuarter(double pixels) {
        pixelsPerQuarter = OptionalDouble.of(requireSize("pixels per quarter", pixels, 0.01, MAX_PIXELS_PER_QUARTER));
        return this;
    }

    /**
     * Sets the height of a pitch; unless set, what gives the roll a good height.
     *
     * @param pixels the height, 1 to 64
     * @return this drawing
     */
    public PianoRollSvg rowHeight(double pixels) {
        rowHeight = OptionalDouble.of(requireSize("row height", pixels, 1, MAX_ROW_HEIGHT));
        return this;
    }

    /**
     * Sets the pitches that have a row, notes of others being left out; unless set, all that sound and some more.
     *
     * @param lowest the lowest
     * @param highest the highest, included
     * @return this drawing
     */
    public PianoRollSvg pitches(int lowest, int highest) {
        Pitch.require(lowest);
        Pitch.require(highest);
        if (highest < lowest) {
            throw new IllegalArgumentException(
                    "the highest pitch must not lie below the lowest, " + lowest + ", but was " + highest);
        }
        rows = Optional.of(new PitchRows(lowest, highest));
        return this;
    }

    /**
     * Shows a passage; unless set, all from tick 0 to the end of the last bar that holds anything.
     *
     * @param from where it begins
     * @param to where it ends, after its beginning
     * @return this drawing
     */
    public PianoRollSvg ticks(long from, long to) {
        Ticks.require("start of a picture", from);
        Ticks.require("end of a picture", to);
        if (to <= from) {
            throw new IllegalArgumentException(
                    "end of a picture must lie after its start, tick " + from + ", but was " + to);
        }
        fromTick = from;
        toTick = OptionalLong.of(to);
        return this;
    }

    /**
     * Where the roll lies in the picture, for whoever draws more into it.
     *
     * @return what a tick and a pitch are in pixels
     */
    public RollGeometry geometry() {
        return new Layout(sequence, this).scene().roll();
    }

    /**
     * Draws the picture.
     *
     * @return an SVG document
     */
    public String svg() {
        return Document.of(new Layout(sequence, this).scene(), theme);
    }

    String title() {
        return title;
    }

    GridLines gridLines() {
        return gridLines;
    }

    List<Region> regions() {
        return List.copyOf(regions);
    }

    List<Panel> panels() {
        return List.copyOf(panels);
    }

    OptionalDouble width() {
        return width;
    }

    OptionalDouble pixelsPerQuarter() {
        return pixelsPerQuarter;
    }

    OptionalDouble rowHeight() {
        return rowHeight;
    }

    Optional<PitchRows> rows() {
        return rows;
    }

    long fromTick() {
        return fromTick;
    }

    OptionalLong toTick() {
        return toTick;
    }

    private static double requireSize(String name, double pixels, double min, double max) {
        if (!(pixels >= min && pixels <= max)) {
            throw new IllegalArgumentException(name + " must be " + min + ".." + max + " pixels, but was " + pixels);
        }
        return pixels;
    }
}
