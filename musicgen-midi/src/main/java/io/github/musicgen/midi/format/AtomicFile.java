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
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

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
     * @param path the place; an existing file is replaced; of a link, what it leads to
     * @param content writes what the file will hold
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, Content content) throws IOException {
        Path place = requirePlace(path);
        // A temporary file of the JDK would be readable by its owner alone, and stay so.
        String unlikely = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path temporary = place.resolveSibling("." + unlikely + ".tmp");
        OutputStream stream = new NamedOutput(path, create(temporary, path, place));
        try {
            try (stream) {
                content.writeTo(stream);
            }
            move(temporary, place);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Refuses what no file can take the place of, before much work is done for it.
     *
     * @param path where a file is to be written
     * @return where it will lie: where a link leads, or the path itself
     * @throws IOException if a folder, a pipe or a device is there, if links lead in a circle, or if there is no such folder
     */
    public static Path requirePlace(Path path) throws IOException {
        Path place = followed(path);
        if (Files.isDirectory(place)) {
            throw new FileSystemException(told(path, place), null, "a folder, not a file");
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            throw new FileSystemException(told(path, place), null, "a pipe or a device, which no file can replace");
        }
        Path folder = place.getParent();
        if (folder != null && Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "no such folder");
        }
        return place;
    }

    /**
     * Follows links, one by one, as where one leads may not be there yet.
     *
     * @param path a link, or anything else
     * @return where it leads in the end, or itself
     * @throws IOException if it leads in a circle
     */
    public static Path followed(Path path) throws IOException {
        Path place = path;
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "a link that leads in a circle");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    private static String told(Path path, Path place) {
        return place.equals(path) ? path.toString() : path + ", which leads to " + place;
    }

    /** The user knows the place, not the temporary file: what goes wrong is said of that. */
    private static OutputStream create(Path temporary, Path path, Path place) throws IOException {
        try {
            return Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (AccessDeniedException denied) {
            throw caused(new AccessDeniedException(told(path, place)), denied);
        } catch (FileSystemException failed) {
            throw caused(new FileSystemException(told(path, place), null, failed.getReason()), failed);
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
