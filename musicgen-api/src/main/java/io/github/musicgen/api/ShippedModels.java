package io.github.musicgen.api;

import io.github.musicgen.api.bundle.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models that lie in the jar. A jar's entries cannot be listed on every platform, so their names stand here. */
final class ShippedModels {
    static final List<String> NAMES = List.of("classical", "folk", "songbook");

    private ShippedModels() {}

    static Bundle read(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("a model must be one of " + String.join(", ", NAMES) + ", but was \""
                    + name + "\"; a file is loaded by its Path");
        }
        String resource = "models/" + name + ".safetensors";
        try (@Nullable InputStream stream = ShippedModels.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the jar of musicgen-api must hold " + resource);
            }
            return Bundle.read(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
