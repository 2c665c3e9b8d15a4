package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.api.MelodyAttribute;
import io.github.musicgen.api.melodyvae.LatentPath;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A space of melodies: what lies between two, what lies near one, and where there is more of something. */
public final class Blending {
    private Blending() {}

    /**
     * Writes a blend of two melodies, variations of one, and one that becomes denser.
     *
     * @param arguments the folder to write to
     * @throws IOException if the music cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Kitchen.folder(arguments);
        LatentModel<Melody> space =
                LatentModel.load("two-bars"); // lies in musicgen-api with the classifier more-models
        LatentRequest<Melody> request =
                space.request().temperature(0.3).inKey("G major").seed(1);

        List<Melody> drawn = request.sample(200);
        Melody first = Kitchen.tune();
        Melody last = drawn.get(0);
        tell("blend", request.interpolate(first, last, 8), folder);
        tell("variations", request.similar(first, 4, 0.8), folder);

        LatentVector here = space.encode(first);
        LatentVector denser = here.plus(space.direction(MelodyAttribute.DENSITY, drawn), 1.5);
        tell("denser", request.interpolate(here, denser, 4, LatentPath.LINEAR), folder);
    }

    private static void tell(String name, List<Melody> melodies, Path folder) throws IOException {
        Path file = Kitchen.write(melodies, folder.resolve(name + ".mid"));
        System.out.println(melodies.size() + " melodies of two bars: " + file);
    }
}
