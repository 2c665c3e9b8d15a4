package io.github.musicgen.models.corpus.source;

import io.github.musicgen.models.corpus.report.FileReport;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** All that a walk found, in the order of names. Holds the archives open. */
public final class SourceList implements AutoCloseable {
    private final List<Source> sources = new ArrayList<>();
    private final List<FileReport> unreadable = new ArrayList<>();
    private final List<ZipFile> archives = new ArrayList<>();
    private int otherFiles;

    /**
     * Finds music.
     *
     * @param roots folders, archives and music files
     * @param cache a file to pass over, if any
     * @return all that was found, to be closed
     * @throws NoSuchFileException if a root is missing
     * @throws IOException if one cannot be walked through
     */
    public static SourceList below(List<Path> roots, @Nullable Path cache) throws IOException {
        return SourceWalk.walk(roots, cache);
    }

    void add(Source source) {
        sources.add(source);
    }

    void add(ZipFile archive) {
        archives.add(archive);
    }

    void addUnreadable(String name, String reason) {
        unreadable.add(FileReport.rejected(name, reason));
    }

    void addOtherFile() {
        otherFiles++;
    }

    /** A disk lists its files in any order. */
    void sort() {
        sources.sort(Comparator.comparing(Source::name));
        unreadable.sort(Comparator.comparing(FileReport::name));
    }

    /**
     * The music files.
     *
     * @return in the order of names
     */
    public List<Source> sources() {
        return sources;
    }

    /**
     * What could not even be opened: folders, archives, links that lead nowhere or in a circle.
     *
     * @return what became of each
     */
    public List<FileReport> unreadable() {
        return unreadable;
    }

    /**
     * How many files are no music by their names.
     *
     * @return files
     */
    public int otherFiles() {
        return otherFiles;
    }

    @Override
    public void close() throws IOException {
        for (ZipFile archive : archives) {
            archive.close();
        }
    }
}
