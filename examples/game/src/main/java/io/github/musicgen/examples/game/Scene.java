package io.github.musicgen.examples.game;

import io.github.musicgen.representation.sequence.Note;
import java.util.List;

/** What is seen of the game in one frame: made by the thread that plays, drawn by the one that draws. */
record Scene(
        long frame,
        Level level,
        int lights,
        int hits,
        double danger,
        Mood mood,
        Point boat,
        Point light,
        List<Mine> mines,
        List<Note> heard) {
    /** How much of the music is seen: two bars. */
    static final int HEARD_FRAMES = 2 * Soundtrack.FRAMES_PER_BAR;

    static Scene of(GameLoop game) {
        World world = game.world();
        return new Scene(
                game.frames(),
                world.level(),
                world.lights(),
                world.hits(),
                world.danger(),
                game.soundtrack().playing().order().mood(),
                world.boat(),
                world.light(),
                world.mines(),
                game.score().since(game.frames() - HEARD_FRAMES, game.frames()));
    }
}
