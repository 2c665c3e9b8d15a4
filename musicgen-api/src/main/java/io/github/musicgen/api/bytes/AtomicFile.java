package io.github.musicgen.api.bytes;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Puts a file in its place as a whole. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes beside the place and then moves there, so that nobody ever sees half a file.
     *
     * @param path where the file shall be; what is there is replaced
     * @param content its bytes
     * @throws IOException if it cannot be written; then nothing has changed
     */
    public static void write(Path path, byte[] content) throws IOException {
        // Not Files.createTempFile: that would leave a model that only its owner can read.
        Path temporary = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
            move(temporary, path);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plainMoveMustDo) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
