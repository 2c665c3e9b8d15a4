package io.github.musicgen.api;

import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        return read("a space of melodies", MELODIES, name, loader, MelodyVaeBundle::read);
    }

    static MelodyVaeBundle drums(String name) {
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
            throw unknown(what, names, name);
        }
        try (InputStream stream = open(name, loader)) {
            return reading.read(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a name is refused where one of others is wanted; who asked the wrong class is told the right one. */
    static IllegalArgumentException unknown(String what, List<String> names, String name) {
        String advice = Stream.of(
                        Map.entry("Generator.load", ShippedModels.names()),
                        Map.entry("LatentModel.load", MELODIES),
                        Map.entry("LatentModel.loadDrums", DRUMS),
                        Map.entry("Band.load", BANDS))
                .filter(loader -> loader.getValue().contains(name))
                .map(loader -> "that one is loaded by " + loader.getKey())
                .findFirst()
                .orElse("a file is loaded by its Path");
        return new IllegalArgumentException(
                what + " must be one of " + String.join(", ", names) + ", but was \"" + name + "\"; " + advice);
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
