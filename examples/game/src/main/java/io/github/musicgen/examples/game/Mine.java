package io.github.musicgen.examples.game;

/**
 * A mine, which drifts across the water and back.
 *
 * @param place where it is
 * @param drift how far it moves in a frame
 */
record Mine(Point place, Point drift) {
    Mine moved() {
        Point next = place.plus(drift, 1);
        boolean turnX = next.x() < 0 || next.x() > World.WIDTH;
        boolean turnY = next.y() < 0 || next.y() > World.HEIGHT;
        return new Mine(next.inside(0), new Point(turnX ? -drift.x() : drift.x(), turnY ? -drift.y() : drift.y()));
    }
}
