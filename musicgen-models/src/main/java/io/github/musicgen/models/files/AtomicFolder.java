package io.github.musicgen.models.files;

import io.github.musicgen.midi.format.AtomicFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Puts a folder of files in its place as a whole. */
public final class AtomicFolder {
    private AtomicFolder() {}

    /** What a folder will hold: files alone. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param folder an empty folder
         * @throws IOException if that fails
         */
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Writes beside the place and then moves there, so that nobody ever sees half a folder and a failure leaves what was there. A
     * folder that is replaced is moved aside first: for a moment there is none.
     *
     * @param folder the place: nothing, or a folder in which all files are own ones; of a link, what it leads to
     * @param own the names of files that may be replaced
     * @param content writes what the folder will hold
     * @throws IOException if that fails; what was there is still there
     */
    public static void write(Path folder, Predicate<String> own, Content content) throws IOException {
        Path followed = AtomicFile.followed(folder);
        Path place = Files.exists(followed) ? followed.toRealPath() : followed.toAbsolutePath();
        requireReplaceable(folder, place, own);
        Path temporary = beside(place);
        create(temporary, folder);
        try {
            content.writeTo(temporary);
            move(temporary, place);
        } finally {
            delete(temporary);
        }
    }

    private static void requireReplaceable(Path folder, Path place, Predicate<String> own) throws IOException {
        Path parent = place.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new NoSuchFileException(parent.toString(), null, "no such folder");
        }
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new FileSystemException(folder.toString(), null, "a file, not a folder");
        }
        for (Path file : files(place)) {
            if (!own.test(String.valueOf(file.getFileName())) || !Files.isRegularFile(file)) {
                throw new FileAlreadyExistsException(
                        folder.toString(), null, "the folder holds something else: " + file.getFileName());
            }
        }
    }

    private static Path beside(Path place) {
        return place.resolveSibling("." + UUID.randomUUID() + ".tmp");
    }

    /** The user knows the place, not the temporary folder: what goes wrong is said of that. */
    private static void create(Path temporary, Path folder) throws IOException {
        try {
            Files.createDirectory(temporary);
        } catch (FileSystemException e) {
            FileSystemException named = new FileSystemException(
                    folder.toString(),
                    null,
                    "no folder can be made there (" + e.getClass().getSimpleName() + ")");
            named.initCause(e);
            throw named;
        }
    }

    private static void move(Path temporary, Path place) throws IOException {
        if (!Files.exists(place)) {
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path old = beside(place);
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        delete(old);
    }

    /**
     * Deletes a folder of files, if there is one.
     *
     * @param folder the folder
     * @throws IOException if it cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
