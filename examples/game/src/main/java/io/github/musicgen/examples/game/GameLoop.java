package io.github.musicgen.examples.game;

import java.util.function.Function;

/** One frame after the other: steering, the world, its music. Knows no clock. */
final class GameLoop implements AutoCloseable {
    private static final int REHEARSED_FRAMES = 4 * Soundtrack.FRAMES_PER_BAR;

    private final World world;
    private final Soundtrack soundtrack;
    private final PlayedScore score;
    private final SliceTimes times;
    private long frame;

    private GameLoop(World world, Soundtrack soundtrack, PlayedScore score, SliceTimes times) {
        this.world = world;
        this.soundtrack = soundtrack;
        this.score = score;
        this.times = times;
    }

    /** Loads the game. Whatever is played on besides, a score is kept. */
    static GameLoop load(long seed, Workshop workshop, Instrument instrument, SliceTimes times) {
        rehearse(seed, workshop);
        return start(seed, workshop, instrument, times);
    }

    /** Plays another game for nobody, so that no class has to be loaded in the frames that count. */
    private static void rehearse(long seed, Workshop workshop) {
        GameLoop game = start(~seed, workshop, new Silence(), new SliceTimes(REHEARSED_FRAMES));
        for (int frame = 0; frame < REHEARSED_FRAMES; frame++) {
            game.frame(Autopilot::steer);
        }
        while (workshop.isBusy()) {
            workshop.work();
            workshop.collect();
        }
    }

    private static GameLoop start(long seed, Workshop workshop, Instrument instrument, SliceTimes times) {
        World world = new World(seed);
        PlayedScore score = new PlayedScore();
        Soundtrack soundtrack = Soundtrack.load(workshop, Instrument.both(score, instrument), world.level());
        return new GameLoop(world, soundtrack, score, times);
    }

    void frame(Function<World, Point> steering) {
        world.frame(steering.apply(world));
        times.begin();
        boolean composed = soundtrack.frame(frame, world.level(), world.danger());
        times.end(composed);
        frame++;
    }

    /** Lets what sounds end, and ends. */
    @Override
    public void close() {
        soundtrack.silence(frame);
        soundtrack.close();
    }

    /** How many frames there were. */
    long frames() {
        return frame;
    }

    World world() {
        return world;
    }

    Soundtrack soundtrack() {
        return soundtrack;
    }

    PlayedScore score() {
        return score;
    }
}
