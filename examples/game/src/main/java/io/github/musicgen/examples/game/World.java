package io.github.musicgen.examples.game;

import io.github.musicgen.api.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens: a lantern boat gathers lights by night, among mines that drift. Told of each frame; the same seed and the same
 * steering give the same play.
 */
final class World {
    static final int WIDTH = 960;
    static final int HEIGHT = 540;
    static final double REACH = 24; // what is nearer touches the boat
    static final int LIGHTS_PER_LEVEL = 8;

    private static final double BOAT_SPEED = 3.2; // a frame
    private static final double MINE_SPEED = 1.4;
    private static final int FIRST_MINES = 4;
    private static final int MOST_MINES = 12;
    private static final double FEAR = 240; // nearer mines are a danger
    private static final double CALM = 0.03; // how much of what is felt is renewed in a frame

    private final long seed;
    private final List<Mine> mines = new ArrayList<>();
    private Level level;
    private SeededRandom random;
    private Point boat = new Point(WIDTH / 2.0, HEIGHT / 2.0);
    private Point light;
    private int lights;
    private int hits;
    private double danger;

    World(long seed) {
        this.seed = seed;
        this.level = Level.of(seed, 0);
        this.random = SeededRandom.ofSeed(level.seed());
        this.light = somewhere();
        layMines();
    }

    void frame(Point steering) {
        boat = boat.plus(steering, BOAT_SPEED).inside(REACH);
        for (int i = 0; i < mines.size(); i++) {
            drift(i);
        }
        if (boat.distance(light) < REACH) {
            gather();
        }
        danger += CALM * (nearDanger() - danger);
    }

    private void drift(int i) {
        Mine mine = mines.get(i).moved();
        if (mine.place().distance(boat) < REACH) {
            hits++;
            mine = mineAtTheEdge();
        }
        mines.set(i, mine);
    }

    private void gather() {
        lights++;
        light = somewhere();
        if (lights == LIGHTS_PER_LEVEL) {
            lights = 0;
            level = level.next(seed);
            random = SeededRandom.ofSeed(level.seed());
            layMines();
        }
    }

    private void layMines() {
        mines.clear();
        for (int i = 0; i < Math.min(MOST_MINES, FIRST_MINES + level.number()); i++) {
            mines.add(mineAtTheEdge());
        }
    }

    private Point somewhere() {
        double margin = 2 * REACH;
        return new Point(
                margin + random.nextDouble() * (WIDTH - 2 * margin),
                margin + random.nextDouble() * (HEIGHT - 2 * margin));
    }

    private Mine mineAtTheEdge() {
        double along = random.nextDouble();
        Point place = random.nextInt(2) == 0 ? new Point(0, along * HEIGHT) : new Point(along * WIDTH, 0);
        return new Mine(place, new Point(0, 0).plus(place.towards(somewhere()), MINE_SPEED));
    }

    private double nearDanger() {
        double calm = 1; // each mine takes its part of what calm the others leave
        for (Mine mine : mines) {
            double nearness = Math.max(0, 1 - mine.place().distance(boat) / FEAR);
            calm *= 1 - nearness;
        }
        return 1 - calm;
    }

    Level level() {
        return level;
    }

    /** How dangerous it is, 0 to 1, as it is felt: it comes and goes within a second. */
    double danger() {
        return danger;
    }

    Point boat() {
        return boat;
    }

    Point light() {
        return light;
    }

    List<Mine> mines() {
        return List.copyOf(mines);
    }

    /** How many lights were gathered in this level. */
    int lights() {
        return lights;
    }

    /** How many mines were hit. */
    int hits() {
        return hits;
    }
}
