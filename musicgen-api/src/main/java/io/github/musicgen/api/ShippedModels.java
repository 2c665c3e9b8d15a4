package io.github.musicgen.api;

import io.github.musicgen.api.bundle.Bundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The models that lie in the jar. A jar's entries cannot be listed on every platform, so their names stand here, and their hashes,
 * because working one out takes as long as making a tune.
 */
final class ShippedModels {
    private static final Map<String, String> HASHES = new TreeMap<>(Map.of(
            "classical", "8c6af8e1ed872cee2d9e1a6deac7255778bb38ee54286740a5f7f712c10944d6",
            "folk", "798bceba0e0af957d0266d192309015f381f53e73d9c6ef656510386ac5c6636",
            "songbook", "7db7aa1923e61d20a1100b1ced8e411f0e88617bc72ec794f2752b154a713b94"));

    private ShippedModels() {}

    static List<String> names() {
        return List.copyOf(HASHES.keySet());
    }

    static String hash(String name) {
        String hash = HASHES.get(name);
        if (hash == null) {
            throw MoreModels.unknown("a model", names(), name);
        }
        return hash;
    }

    static Bundle read(String name) {
        try {
            return Bundle.read(name, new ByteArrayInputStream(OwnJar.read("models/" + name + ".safetensors")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
