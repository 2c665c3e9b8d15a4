package io.github.musicgen.midi.format;

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
     * Writes beside the place and then moves there, so that nobody ever sees half a file and a failure leaves what was there.
     *
     * @param path the place; an existing file is replaced
     * @param bytes what the file will hold
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, byte[] bytes) throws IOException {
        // A temporary file of the JDK would be readable by its owner alone, and stay so.
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
