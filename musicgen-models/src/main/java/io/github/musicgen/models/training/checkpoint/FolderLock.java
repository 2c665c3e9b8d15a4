package io.github.musicgen.models.training.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second training out of a folder. The system holds the lock, so that it ends with the program, however that ends. */
final class FolderLock implements Closeable {
    private static final String NAME = "training.lock";

    /**
     * Folders that this program holds. Not left to the system: where locks are those of POSIX, to close the file after a second
     * try would give up the lock of the first.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder; // the real path
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes a folder, which is made if there is none. */
    static FolderLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw underWay(folder);
        }
        try {
            return new FolderLock(real, open(folder));
        } catch (IOException | RuntimeException failed) {
            HELD.remove(real);
            throw failed;
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!lock(channel, folder)) {
                throw underWay(folder);
            }
            return channel;
        } catch (OverlappingFileLockException heldByAnotherClassLoader) {
            // The file stays open, for to close it would give up the lock of the other, as above.
            throw underWay(folder);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static boolean lock(FileChannel channel, Path folder) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (IOException unable) {
            FileSystemException named = new FileSystemException(
                    folder.toString(),
                    null,
                    "checkpoints cannot be locked there (" + unable.getMessage() + "); name a folder on another disk");
            named.initCause(unable);
            throw named;
        }
    }

    private static FileSystemException underWay(Path folder) {
        return new FileSystemException(
                folder.toString(),
                null,
                "another training keeps its checkpoints there; let it end, or name another folder");
    }

    /** Deletes the file by which the folder is locked; the lock holds on until it is closed. */
    void deleteFile() throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(folder);
        }
    }
}
