package io.github.musicgen.examples.game;

import io.github.musicgen.api.Generator;
import java.io.IOException;

/**
 * Starts the game: in a window, or without one to measure it.
 *
 * <pre>
 * mvn -q -B -P run -pl examples/game -am compile
 * mvn -q -B -P run -pl examples/game -am compile -Dexec.args="--headless 10000"
 * </pre>
 */
public final class Game {
    private static final int WRONG_USAGE = 2;

    private Game() {}

    /**
     * Plays.
     *
     * @param arguments as {@link GameOptions#USAGE} says
     * @throws IOException if the music cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        GameOptions options;
        try {
            options = GameOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USAGE);
            return;
        }
        if (options.headless().isPresent()) {
            System.out.println(HeadlessRun.play(options, options.headless().get()));
        } else {
            Window.open(options);
        }
    }

    /** What all modes make music with. */
    static Workshop workshop(boolean thread) {
        Composer composer = new Composer(Generator.load("folk"));
        composer.rehearse();
        return thread ? new ThreadWorkshop(composer::compose) : new FrameWorkshop(composer, System::nanoTime);
    }
}
