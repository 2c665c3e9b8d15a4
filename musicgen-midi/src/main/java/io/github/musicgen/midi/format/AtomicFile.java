package io.github.musicgen.midi.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

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
     * @param path the place; an existing file is replaced, and where a link leads to one, that and not the link
     * @param content writes what the file will hold
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, Content content) throws IOException {
        requirePlace(path);
        Path place = Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
        // A temporary file of the JDK would be readable by its owner alone, and stay so.
        String unlikely = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path temporary = place.resolveSibling("." + unlikely + ".tmp");
        OutputStream stream = new NamedOutput(path, create(temporary, path));
        try {
            try (stream) {
                content.writeTo(stream);
            }
            move(temporary, place);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void requirePlace(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "a folder, not a file");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileSystemException(path.toString(), null, "a pipe or a device, which no file can replace");
        }
        Path folder = path.getParent();
        if (folder != null && Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "no such folder");
        }
    }

    /** The user knows the place, not the temporary file: what goes wrong is said of that. */
    private static OutputStream create(Path temporary, Path path) throws IOException {
        try {
            return Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (AccessDeniedException denied) {
            throw caused(new AccessDeniedException(path.toString()), denied);
        } catch (FileSystemException failed) {
            throw caused(new FileSystemException(path.toString(), null, failed.getReason()), failed);
        }
    }

    private static IOException caused(IOException named, IOException cause) {
        named.initCause(cause);
        return named;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plainMoveMustDo) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
