package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import java.io.IOException;
import java.nio.file.Path;

/** A seed is a song: the same one gives the same notes on every machine, and a written file can be made again. */
public final class SeedsAndReplay {
    private SeedsAndReplay() {}

    /**
     * Makes three songs, and one of them again.
     *
     * @param arguments the folder to write to
     * @throws IOException if the music cannot be written or read
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Kitchen.folder(arguments);
        Generator generator = Generator.load("classical");
        MelodyRequest request = generator.continuing(Kitchen.primer()).steps(64); // may be kept and varied

        for (long seed = 1; seed <= 3; seed++) {
            request.seed(seed).generate().write(folder.resolve("seed-" + seed + ".mid"));
        }
        Generation surprise = request.generate(); // whoever names no seed gets a new one, which is told
        System.out.println("a seed that nobody asked for: " + surprise.seed());

        Path file = folder.resolve("seed-2.mid");
        Generation again = generator.replay(file); // the file carries its recipe as a text event
        System.out.println("made again from " + file + ": " + again.recipe().toJson());
        System.out.println("the same notes: "
                + again.melody().equals(request.seed(2).generate().melody()));
    }
}
