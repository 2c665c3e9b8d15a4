package io.github.musicgen.representation.picture;

import java.util.List;

/**
 * More about the music, drawn under its piano roll with {@link PianoRollSvg#panel}. A panel is bounded: it draws no more than the
 * picture has room for, however long the music.
 */
public interface Panel {
    /**
     * What stands above it.
     *
     * @return a few words
     */
    String title();

    /**
     * The colors that need a word, at the right of the title where there is room.
     *
     * @return the colors, from the left
     */
    default List<Key> keys() {
        return List.of();
    }

    /**
     * How high it is, its title not included.
     *
     * @return pixels, more than 0
     */
    double height();

    /**
     * Whether it lies on the time axis of the roll, and so between its bar lines and over its regions.
     *
     * @return whether what lies under a note belongs to its time
     */
    default boolean timed() {
        return true;
    }

    /**
     * Draws it, over its background and the lines of bars.
     *
     * @param svg where to
     * @param roll the roll above, whose time axis it shares
     * @param top its upper edge
     */
    void draw(SvgWriter svg, RollGeometry roll, double top);

    /**
     * The same for those who do not see the picture.
     *
     * @return whole sentences
     */
    String description();

    /**
     * What a color means.
     *
     * @param label a word or two
     * @param ink the color
     */
    record Key(String label, Ink ink) {}
}
