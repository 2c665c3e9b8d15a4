package io.github.musicgen.models.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipFile;

/** All that a walk found, in the order of names. Holds the archives open. */
final class SourceList implements AutoCloseable {
    private final List<Source> sources = new ArrayList<>();
    private final List<FileReport> unreadable = new ArrayList<>();
    private final List<ZipFile> archives = new ArrayList<>();
    private int otherFiles;

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

    List<Source> sources() {
        return sources;
    }

    /** What could not even be opened: folders, archives, links that lead nowhere or in a circle. */
    List<FileReport> unreadable() {
        return unreadable;
    }

    /** How many files are no music by their names. */
    int otherFiles() {
        return otherFiles;
    }

    @Override
    public void close() throws IOException {
        for (ZipFile archive : archives) {
            archive.close();
        }
    }
}
