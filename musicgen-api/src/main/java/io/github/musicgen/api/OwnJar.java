package io.github.musicgen.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside the classes of this library. A class loader that is asked for it opens all jars that stand before this one on the
 * class path, and reads their directories: half of the time that a young JVM takes until it has a model.
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
        @Nullable CodeSource source = OwnJar.class.getProtectionDomain().getCodeSource();
        if (source != null
                && source.getLocation() != null
                && source.getLocation().getProtocol().equals("file")
                && source.getLocation().getPath().endsWith(".jar")) {
            return readFromJar(source, name);
        }
        try (@Nullable InputStream stream = OwnJar.class.getResourceAsStream(name)) {
            return require(stream, name).readAllBytes();
        }
    }

    private static byte[] readFromJar(CodeSource source, String name) throws IOException {
        String path = OwnJar.class.getPackageName().replace('.', '/') + "/" + name;
        try (ZipFile jar = new ZipFile(Path.of(source.getLocation().toURI()).toFile())) {
            @Nullable ZipEntry entry = jar.getEntry(path);
            try (InputStream stream = jar.getInputStream(require(entry, name))) {
                return stream.readAllBytes();
            }
        } catch (URISyntaxException e) {
            throw new IOException(source.getLocation() + " must be the place of a file", e);
        }
    }

    private static <T> T require(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalStateException("the jar of musicgen-api must hold " + name);
        }
        return found;
    }
}
