package io.github.musicgen.api;

import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models that are too large for the jar that everybody has, so that they lie in one of their own. */
final class MoreModels {
    private static final List<String> MELODIES = List.of("two-bars");
    private static final List<String> DRUMS = List.of("two-bar-drums");
    private static final List<String> BANDS = List.of("arcade");
    private static final String FOLDER = "META-INF/musicgen/models/";

    private MoreModels() {}

    /** Spaces of melodies. */
    static List<String> melodies() {
        return MELODIES;
    }

    /** Spaces of drums. */
    static List<String> drums() {
        return DRUMS;
    }

    static List<String> bands() {
        return BANDS;
    }

    static MelodyVaeBundle melodies(String name) {
        return melodies(name, loader());
    }

    static MelodyVaeBundle melodies(String name, ClassLoader loader) {
        if (DRUMS.contains(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is a space of drums, which LatentModel.loadDrums takes, not of melodies");
        }
        return read("a space of melodies", MELODIES, name, loader, MelodyVaeBundle::read);
    }

    static MelodyVaeBundle drums(String name) {
        if (MELODIES.contains(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is a space of melodies, which LatentModel.load takes, not of drums");
        }
        return read("a space of drums", DRUMS, name, loader(), MelodyVaeBundle::read);
    }

    static BandVaeBundle band(String name) {
        return band(name, loader());
    }

    static BandVaeBundle band(String name, ClassLoader loader) {
        return read("a band", BANDS, name, loader, BandVaeBundle::read);
    }

    /** How a family reads a bundle. */
    private interface Reading<B> {
        B read(String name, InputStream stream) throws IOException;
    }

    private static <B> B read(String what, List<String> names, String name, ClassLoader loader, Reading<B> reading) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(what + " must be one of " + String.join(", ", names) + ", but was \""
                    + name + "\"; a file is loaded by its Path");
        }
        try (InputStream stream = open(name, loader)) {
            return reading.read(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        @Nullable ClassLoader loader = MoreModels.class.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    /** From where no package is, so that it is found on the module path, too, whatever module it lies in. */
    private static InputStream open(String name, ClassLoader loader) {
        @Nullable InputStream stream = loader.getResourceAsStream(FOLDER + name + ".safetensors");
        if (stream == null) {
            throw new IllegalArgumentException(
                    "the model \"" + name + "\" lies in a jar of its own, which was not found: add "
                            + "io.github.musicgen:musicgen-api of this version (" + LibraryVersion.current()
                            + ") with the classifier more-models");
        }
        return stream;
    }
}
