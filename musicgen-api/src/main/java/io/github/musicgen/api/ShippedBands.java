package io.github.musicgen.api;

import io.github.musicgen.api.bundle.BandVaeBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bands that lie in a jar of their own, because most who use this library do without them. They lie where no package is, so that they
 * are found on the module path, too.
 */
final class ShippedBands {
    private static final List<String> NAMES = List.of("arcade");
    private static final String FOLDER = "META-INF/musicgen/bands/";

    private ShippedBands() {}

    static List<String> names() {
        return NAMES;
    }

    static BandVaeBundle read(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("a band must be one of " + String.join(", ", NAMES) + ", but was \""
                    + name + "\"; a file is loaded by its Path");
        }
        try (@Nullable InputStream stream = open(FOLDER + name + ".safetensors")) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the band \"" + name + "\" lies in a jar of its own, which is not on the"
                                + " class path: add io.github.musicgen:musicgen-api:" + LibraryVersion.current()
                                + " with the classifier bands to the dependencies");
            }
            return BandVaeBundle.read(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String resource) {
        @Nullable ClassLoader loader = ShippedBands.class.getClassLoader();
        return loader == null ? ClassLoader.getSystemResourceAsStream(resource) : loader.getResourceAsStream(resource);
    }
}
