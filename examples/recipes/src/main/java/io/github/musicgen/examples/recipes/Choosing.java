package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** More than one draw: the best of many candidates, of a beam search, or of the time there is. */
public final class Choosing {
    private Choosing() {}

    /**
     * Continues a tune in four ways, and tells how likely the model finds each.
     *
     * @param arguments the folder to write to
     * @throws IOException if the music cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Kitchen.folder(arguments);
        // A note in each half of a bar: silence is easily foreseen, so that else the likeliest would be the quietest.
        MelodyRequest request = Generator.load("folk")
                .continuing(Kitchen.primer())
                .steps(64)
                .rhythm("x???????")
                .seed(1);

        keep("drawn", request.generate(), folder);
        List<Generation> sixteen = request.candidates(16); // seeds 1 to 16, the likeliest first
        keep("best-of-16", sixteen.get(0), folder);
        // Four continuations grow side by side; every eight steps each is tried in four ways, and the four likeliest go
        // on.
        keep("beam", request.beam(4, 4, 8).generate(), folder);
        keep("best-in-time", request.bestWithin(Duration.ofMillis(200)), folder);
    }

    private static void keep(String name, Generation generation, Path folder) throws IOException {
        Path file = folder.resolve(name + ".mid");
        generation.write(file);
        System.out.printf(
                Locale.ROOT,
                "%-12s %7.1f nats, seed %d: %s%n",
                name,
                generation.logLikelihood(),
                generation.seed(),
                file);
    }
}
