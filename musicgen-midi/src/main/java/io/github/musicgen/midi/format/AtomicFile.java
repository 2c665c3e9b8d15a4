package io.github.musicgen.midi.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Puts a file in its place as a whole. */
public final class AtomicFile {

    private AtomicFile() {}

    /** What a file will hold. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param stream where to; it is not buffered, and closed afterwards
         * @throws IOException if that fails
         */
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Writes beside the place and then moves there, so that nobody ever sees half a file and a failure leaves what was there.
     *
     * @param path the place; an existing file is replaced
     * @param bytes what the file will hold
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, byte[] bytes) throws IOException {
        write(path, stream -> stream.write(bytes));
    }

    /**
     * Does the same with what is too long to be held in memory.
     *
     * @param path the place; an existing file is replaced
     * @param content writes what the file will hold
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, Content content) throws IOException {
        // A temporary file of the JDK would be readable by its owner alone, and stay so.
        Path temporary = path.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream stream =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(stream);
            }
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
