package io.github.musicgen.representation.picture;

/**
 * Something as wide as the roll that bar lines cross: the roll, the drums, a panel.
 *
 * @param top its upper edge
 * @param bottom its lower edge
 */
record Band(double top, double bottom) {
    double height() {
        return bottom - top;
    }
}
