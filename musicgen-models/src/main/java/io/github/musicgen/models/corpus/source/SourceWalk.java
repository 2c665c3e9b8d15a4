package io.github.musicgen.models.corpus.source;

import io.github.musicgen.midi.files.MusicFormat;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds the music files below folders and in archives. Hidden files are passed over; links are followed, but not in circles. */
final class SourceWalk extends SimpleFileVisitor<Path> {
    private final SourceList found;
    private final Path root;
    private final String prefix; // of all names
    private final @Nullable Path cache; // may lie in the very folder

    private SourceWalk(SourceList found, Path root, String prefix, @Nullable Path cache) {
        this.found = found;
        this.root = root;
        this.prefix = prefix;
        this.cache = cache;
    }

    /**
     * Walks.
     *
     * @param roots folders, archives and music files
     * @param cache a file to pass over, if any
     * @return all that was found, to be closed
     * @throws NoSuchFileException if a root is missing
     */
    static SourceList walk(List<Path> roots, @Nullable Path cache) throws IOException {
        SourceList found = new SourceList();
        try {
            for (Path root : roots) {
                if (Files.notExists(root)) {
                    throw new NoSuchFileException(
                            root.toString(), null, "there is no such folder or file to read music from");
                }
                walk(root, roots.size() > 1, cache, found);
            }
        } catch (IOException | RuntimeException e) {
            found.close();
            throw e;
        }
        found.sort();
        return found;
    }

    private static void walk(Path root, boolean withRoot, @Nullable Path cache, SourceList found) throws IOException {
        boolean folder = Files.isDirectory(root);
        Path base = folder || root.toAbsolutePath().getParent() == null
                ? root
                : root.toAbsolutePath().getParent();
        String prefix = withRoot && folder ? lastName(root) + "/" : "";
        Files.walkFileTree(
                folder ? root : root.toAbsolutePath(),
                EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                Integer.MAX_VALUE,
                new SourceWalk(
                        found,
                        base,
                        prefix,
                        cache == null ? null : cache.toAbsolutePath().normalize()));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isHidden(folder) && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file) && !isCache(file)) {
            visit(file, name(file), attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void visit(Path file, String name, BasicFileAttributes attributes) {
        Optional<MusicFormat> format = MusicFormat.ofName(name);
        if (format.isEmpty() && !ArchiveEntries.isArchive(name)) {
            found.addOtherFile();
        } else if (attributes.isSymbolicLink()) {
            found.addUnreadable(name, "the link leads nowhere"); // others are followed
        } else if (!attributes.isRegularFile()) {
            found.addUnreadable(name, "it is neither a file nor a folder"); // a pipe would never end
        } else if (format.isEmpty()) {
            ArchiveEntries.addTo(found, file, name);
        } else {
            long changed = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            found.add(new Source(name, format.get(), attributes.size(), changed, () -> Files.newInputStream(file)));
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        found.addUnreadable(name(file), Unreadable.reason(failure));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        if (failure != null) {
            found.addUnreadable(name(folder), "the folder was listed only in part: " + Unreadable.reason(failure));
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isCache(Path file) {
        return file.toAbsolutePath().normalize().equals(cache);
    }

    private static boolean isHidden(Path file) {
        return lastName(file).startsWith(".");
    }

    private String name(Path file) {
        Path relative = root.relativize(file);
        StringBuilder name = new StringBuilder(prefix);
        for (Path part : relative) {
            if (name.length() > prefix.length()) {
                name.append('/');
            }
            name.append(part);
        }
        return name.toString();
    }

    private static String lastName(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString();
    }
}
