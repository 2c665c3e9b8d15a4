package io.github.musicgen.models.training.checkpoint;

import io.github.musicgen.models.files.AtomicFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with the last checkpoint of a training. A new one is there as a whole before the old one goes, so that a run killed
 * at any moment leaves one. Until it is closed no other training gets in.
 *
 * @param <C> what is saved
 */
public final class Checkpoints<C extends Saved> implements Closeable {
    private static final String PREFIX = "step-";
    private static final Pattern OWN = Pattern.compile("step-\\d+-\\d+|\\.[0-9a-f-]{36}\\.tmp");

    private final Path folder;
    private final boolean made; // the folder, by this training
    private final FolderLock lock;
    private final Duration time;
    private final SavedFiles<C> files;
    private long savedAt = System.nanoTime();

    private Checkpoints(Path folder, Duration time, SavedFiles<C> files) throws IOException {
        this.folder = folder;
        this.made = !Files.exists(folder);
        this.lock = FolderLock.take(folder);
        this.time = time;
        this.files = files;
    }

    /**
     * The checkpoints of one training.
     *
     * @param <C> what is saved
     * @param folder where they lie; it is made if there is none
     * @param time between two of them within an epoch
     * @param files those of each
     * @return the checkpoints, to be closed
     * @throws IOException if another training is there, or nothing can be written
     */
    public static <C extends Saved> Checkpoints<C> open(Path folder, Duration time, SavedFiles<C> files)
            throws IOException {
        return new Checkpoints<>(folder, time, files);
    }

    /**
     * Whether it is time for the next one.
     *
     * @return whether the last one is old
     */
    public boolean isDue() {
        return System.nanoTime() - savedAt >= time.toNanos();
    }

    /**
     * Saves one, and deletes those before it.
     *
     * @param checkpoint what is saved
     * @throws IOException if it cannot be written; the one before stays
     */
    public void save(C checkpoint) throws IOException {
        // No two have one name, so that none is ever replaced: the epoch ends without a step.
        Path next = folder.resolve(
                String.format(Locale.ROOT, "%s%08d-%05d", PREFIX, checkpoint.steps(), checkpoint.epoch()));
        try {
            AtomicFolder.write(next, files::isOne, target -> files.write(checkpoint, target));
        } catch (IOException failed) {
            throw unwritten(failed);
        }
        deleteAllBut(Optional.of(next));
        savedAt = System.nanoTime();
    }

    /** Of a full disk the system says neither where, nor what that means. */
    private FileSystemException unwritten(IOException failed) {
        FileSystemException named = new FileSystemException(
                folder.toString(),
                null,
                "a checkpoint cannot be written (" + failed.getMessage()
                        + "); one that was made before stays, and the same training goes on from it");
        named.initCause(failed);
        return named;
    }

    /**
     * The last checkpoint, if there is one; it must be one of the same training. What a kill left besides goes now: on a disk that
     * is nearly full the next one needs its room.
     *
     * @return the checkpoint
     * @throws IOException if it is broken, or of another training
     */
    public Optional<C> last() throws IOException {
        Optional<Path> last =
                ownFolders(folder).stream().filter(Checkpoints::isWhole).max(Comparator.naturalOrder());
        Optional<C> read = last.isPresent() ? Optional.of(files.read(last.get())) : Optional.empty();
        deleteAllBut(last);
        return read;
    }

    private void deleteAllBut(Optional<Path> kept) throws IOException {
        for (Path own : ownFolders(folder)) {
            if (!Optional.of(own).equals(kept)) {
                SavedFiles.delete(own);
            }
        }
    }

    /** Lets others in. Who failed before the first checkpoint leaves nothing where nothing was. */
    @Override
    public void close() throws IOException {
        lock.close();
        if (made && ownFolders(folder).isEmpty()) {
            delete(folder);
        }
    }

    /**
     * Refuses a folder in which another training is under way.
     *
     * @param folder it may as well be none yet
     * @throws IOException if one is
     */
    public static void requireFree(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            FolderLock.take(folder).close();
        }
    }

    /**
     * Deletes what is in a folder of checkpoints, and the folder if nothing else is there.
     *
     * @param folder the folder, if it is there
     * @throws IOException if another training is under way there, or something cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (FolderLock lock = FolderLock.take(folder)) {
            for (Path own : ownFolders(folder)) {
                SavedFiles.delete(own);
            }
            lock.deleteFile();
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException somethingElse) {
            // Not ours to delete.
        }
    }

    private static boolean isWhole(Path own) {
        return SavedFiles.areWhole(own) && String.valueOf(own.getFileName()).startsWith(PREFIX);
    }

    /** Checkpoints, and what a kill left of them. */
    private static List<Path> ownFolders(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .filter(path ->
                            OWN.matcher(String.valueOf(path.getFileName())).matches())
                    .toList();
        }
    }
}
