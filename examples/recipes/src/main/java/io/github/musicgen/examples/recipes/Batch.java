package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.GenerationOptions;
import io.github.musicgen.api.Generator;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Many at once: the network takes each step for all tunes together, on as many threads as there are processors. */
public final class Batch {
    private Batch() {}

    /**
     * Continues a tune in all twelve keys.
     *
     * @param arguments the folder to write to
     * @throws IOException if the music cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Kitchen.folder(arguments);
        Generator generator = Generator.load("folk"); // one serves all threads
        List<NoteSequence> primers =
                IntStream.range(-6, 6).mapToObj(Kitchen::primer).toList();

        // Said once for all: the first is of seed 100, the second of 101, and so on, whatever the number of threads.
        GenerationOptions options = generator
                .fromScratch()
                .steps(64)
                .temperature(0.9)
                .seed(100)
                .rhythm("x???????") // a note in each half of a bar
                .endingOnTonic()
                .options();
        List<Generation> made =
                generator.generateAll(primers, options, Runtime.getRuntime().availableProcessors());

        for (Generation each : made) {
            each.write(folder.resolve("batch-" + each.seed() + ".mid"));
        }
        System.out.println("wrote " + made.size() + " tunes to " + folder);
    }
}
