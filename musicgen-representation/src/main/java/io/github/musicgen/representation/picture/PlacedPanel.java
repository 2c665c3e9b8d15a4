package io.github.musicgen.representation.picture;

/**
 * A panel at its place.
 *
 * @param panel the panel
 * @param top its upper edge, below its title
 */
record PlacedPanel(Panel panel, double top) {
    double bottom() {
        return top + panel.height();
    }
}
