package io.github.musicgen.midi;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Puts a file in its place as a whole. */
final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes beside the place and then moves there, so that nobody ever sees half a file. (A temporary file of the JDK would be
     * readable by its owner alone, and stay so.)
     */
    static void write(Path path, byte[] bytes) throws IOException {
        Path temporary = path.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
