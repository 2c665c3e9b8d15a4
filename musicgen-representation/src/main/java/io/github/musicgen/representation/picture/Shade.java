package io.github.musicgen.representation.picture;

import java.util.Comparator;

/**
 * The color of a note: that of its part or region, the paler the softer it is struck. It is mixed here and not left to opacity,
 * which would give notes that lie over others, or over lines, a color that means nothing.
 *
 * @param ink the color of the loudest note
 * @param level how loud it is, 0 to {@link #LOUDEST}
 */
record Shade(Ink ink, int level) implements Comparable<Shade> {
    static final int LOUDEST = 7;

    private static final int VELOCITIES_PER_LEVEL = 16;
    private static final double PALEST = 0.55;
    private static final Comparator<Shade> SOFT_TO_LOUD =
            Comparator.comparingInt(Shade::level).thenComparing(Shade::ink);

    static Shade of(Ink ink, int velocity) {
        return new Shade(ink, (velocity - 1) / VELOCITIES_PER_LEVEL);
    }

    String color(Theme theme) {
        return ink.mixedWith(Ink.WHITE_ROW, PALEST + (1 - PALEST) * level / LOUDEST, theme);
    }

    String cssClass() {
        return ink.cssClass("fill") + "-" + level;
    }

    @Override
    public int compareTo(Shade other) {
        return SOFT_TO_LOUD.compare(this, other);
    }
}
