package io.github.musicgen.examples.game;

/** Steers as a careful player would: to the light, and around mines that are near. */
final class Autopilot {
    private static final double CARE = 70;

    private Autopilot() {}

    static Point steer(World world) {
        Point boat = world.boat();
        Point way = boat.towards(world.light());
        for (Mine mine : world.mines()) {
            double nearness = CARE / Math.max(1, boat.distance(mine.place()));
            way = way.plus(mine.place().towards(boat), nearness * nearness);
        }
        return new Point(0, 0).towards(way);
    }
}
