package io.github.musicgen.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside the classes of this library. A class loader that is asked for it opens all jars that stand before this one on the
 * class path, and reads their directories: some milliseconds of a young JVM. So the jar is opened here, where it is one by itself in a
 * file; in all other places the class loader is asked.
 */
final class OwnJar {
    private OwnJar() {}

    /**
     * Reads a whole resource.
     *
     * @param name as seen from this package
     * @throws IOException if it cannot be read
     */
    static byte[] read(String name) throws IOException {
        byte @Nullable [] found = readFromFile(name);
        if (found != null) {
            return found;
        }
        try (@Nullable InputStream stream = OwnJar.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar of musicgen-api must hold " + name);
            }
            return stream.readAllBytes();
        }
    }

    /** The resource from the jar, or nothing where the class loader knows better. */
    private static byte @Nullable [] readFromFile(String name) {
        Path file = file();
        if (file == null) {
            return null;
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            ZipEntry entry = jar.getEntry(OwnJar.class.getPackageName().replace('.', '/') + "/" + name);
            if (entry == null) {
                return null;
            }
            try (InputStream stream = jar.getInputStream(entry)) {
                return stream.readAllBytes();
            }
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Path file() {
        try {
            @Nullable CodeSource source = OwnJar.class.getProtectionDomain().getCodeSource();
            @Nullable URL place = source == null ? null : source.getLocation();
            if (place == null || !place.getProtocol().equals("file")) {
                return null;
            }
            Path file = Path.of(place.toURI());
            return Files.isRegularFile(file) ? file : null;
        } catch (URISyntaxException | IllegalArgumentException | SecurityException e) {
            return null; // a place that is named in a way of its own, or that is nobody's business
        }
    }
}
