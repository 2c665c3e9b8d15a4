package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.Step;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Streaming: each step is made when it is asked for, so that a program can play the first note before the last is chosen. */
public final class Streaming {
    private Streaming() {}

    /**
     * Prints notes as they are made, and then stops when it has heard enough.
     *
     * @param arguments the folder to write to
     * @throws IOException if the music cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Kitchen.folder(arguments).resolve("streamed.mid");
        MelodyRequest request =
                Generator.load("folk").continuing(Kitchen.primer()).steps(1_000).seed(11);

        request.stream() // lazy: of the 1,000 steps no more are made than these notes need
                .filter(step -> step.event() >= Pitch.MIN)
                .limit(8)
                .forEach(Streaming::print);

        int[] notes = {0};
        Generation first20 = request.generateWhile(step -> {
            notes[0] += step.event() >= Pitch.MIN ? 1 : 0;
            return notes[0] < 20;
        });
        first20.write(file);
        System.out.println("stopped after " + first20.recipe().stepsMade() + " steps, wrote " + file);
    }

    private static void print(Step step) {
        System.out.printf(
                Locale.ROOT,
                "%6.2f s  %-3s  surprise %.2f nats%n",
                step.seconds(),
                Pitch.nameOf(step.event()),
                step.surprise());
    }
}
