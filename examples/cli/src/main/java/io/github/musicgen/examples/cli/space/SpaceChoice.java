package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.examples.cli.output.Place;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which space a command was told to take. As with {@link io.github.musicgen.examples.cli.model.ModelChoice models}, the name of one
 * that comes along always means that one.
 *
 * @param text as it was written
 * @param path what it would be as a place
 */
public record SpaceChoice(String text, Path path) implements Place {
    static final String DESCRIPTION =
            "The space: two-bars, of melodies, or two-bar-drums, which come along; or a file, of melodies or of drums: a .safetensors bundle, a checkpoint of MusicVAE (TensorFlow), or a "
                    + "folder of Magenta.js.";
    static final String DEFAULT = "two-bars";

    public static SpaceChoice of(String text) {
        return new SpaceChoice(text, Path.of(text));
    }

    Optional<Path> place() {
        return isShipped() ? Optional.empty() : Optional.of(path);
    }

    LatentModel<?> space() throws IOException {
        if (Generator.available().contains(text)) {
            throw new IOException(text + " continues melodies, and is no space of them; spaces that come along are "
                    + String.join(", ", LatentModel.available()) + ", "
                    + String.join(", ", LatentModel.availableDrums()));
        }
        if (LatentModel.availableDrums().contains(text)) {
            return LatentModel.loadDrums(text);
        }
        return LatentModel.available().contains(text)
                ? LatentModel.load(text)
                : LatentModel.ofAny(ModelFiles.readMelodyVae(path).bundle());
    }

    LatentModel<Melody> melodies() throws IOException {
        MelodyVaeBundle bundle = space().bundle();
        if (bundle.configuration().contents() instanceof LatentContents.Melodies) {
            return LatentModel.of(bundle);
        }
        throw new IOException(text + " must be a space of melodies to be steered in, but is one of "
                + bundle.configuration().contents().plural());
    }

    private boolean isShipped() {
        return LatentModel.available().contains(text)
                || LatentModel.availableDrums().contains(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
