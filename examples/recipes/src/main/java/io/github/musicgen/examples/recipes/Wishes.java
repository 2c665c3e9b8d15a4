package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import java.io.IOException;
import java.nio.file.Path;

/** Constraints: wishes that are kept always, not only likely. Those that nothing can keep are refused, by name. */
public final class Wishes {
    private Wishes() {}

    /**
     * Makes a blues of sorts.
     *
     * @param arguments the folder to write to
     * @throws IOException if the music cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Kitchen.folder(arguments).resolve("wishes.mid");

        MelodyRequest request = Generator.load("folk")
                .continuing(Kitchen.primer())
                .steps(64) // sixteenths: four bars
                .seed(4)
                .inKey("G minor pentatonic")
                .within("D4", "G5")
                .overChord(0, 16, "Gm7") // what starts in the first bar belongs to the chord
                .overChord(16, 32, "C7")
                .rhythm("x...x.?.x...?.?.") // a note, none, or either, step by step
                .atMostRepeats(2)
                .endingOnTonic();
        Generation generation = request.generate();
        generation.write(file);
        System.out.println("kept " + generation.recipe().options().wishes());
        System.out.println("wrote " + file);

        try {
            request.forcing(0, "C#4").generate();
        } catch (ContradictoryWishesException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }
}
