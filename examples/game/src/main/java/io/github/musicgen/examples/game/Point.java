package io.github.musicgen.examples.game;

/** A place on the water, or a way across it. */
record Point(double x, double y) {
    Point plus(Point way, double times) {
        return new Point(x + way.x * times, y + way.y * times);
    }

    double distance(Point other) {
        double dx = other.x - x;
        double dy = other.y - y;
        return Math.sqrt(dx * dx + dy * dy); // the same on every machine, which Math.hypot need not be
    }

    /** The way to another point, of length 1. */
    Point towards(Point other) {
        double distance = distance(other);
        return distance == 0 ? new Point(0, 0) : new Point((other.x - x) / distance, (other.y - y) / distance);
    }

    /** The nearest place in the world that lies so far from its edges. */
    Point inside(double margin) {
        return new Point(
                Math.max(margin, Math.min(World.WIDTH - margin, x)),
                Math.max(margin, Math.min(World.HEIGHT - margin, y)));
    }
}
