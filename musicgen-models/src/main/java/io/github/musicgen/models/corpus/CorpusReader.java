package io.github.musicgen.models.corpus;

import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.models.corpus.report.CorpusReport;
import io.github.musicgen.models.corpus.report.FileReport;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.source.SourceList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Corpus}.
 *
 * <pre>{@code
 * Corpus corpus = new CorpusReader(CorpusOptions.training())
 *         .cache(Path.of("tunes.corpus"))
 *         .progress((done, total, name) -> System.err.print("\r" + done + " of " + total))
 *         .read(Path.of("tunes"));
 * }</pre>
 */
public final class CorpusReader {
    private final CorpusOptions options;
    private int threads = Runtime.getRuntime().availableProcessors();
    private CorpusProgress progress = (done, total, name) -> {};
    private @Nullable Path cache;

    /**
     * A reader.
     *
     * @param options what is taken for a melody
     */
    public CorpusReader(CorpusOptions options) {
        this.options = options;
    }

    /**
     * Sets how many files are read at once; as many as there are processors unless set. The result is the same.
     *
     * @param newThreads 1 or more
     * @return this reader
     */
    public CorpusReader threads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, but were " + newThreads);
        }
        threads = newThreads;
        return this;
    }

    /**
     * Sets who hears how far it is.
     *
     * @param newProgress is told of every file
     * @return this reader
     */
    public CorpusReader progress(CorpusProgress newProgress) {
        progress = newProgress;
        return this;
    }

    /**
     * Keeps what was read in a file, and takes it from there as long as no input and no option has changed: no size, no time, no
     * name. Without it nothing is kept.
     *
     * @param file the place of the cache; a file that is there and is no cache is never replaced
     * @return this reader
     */
    public CorpusReader cache(Path file) {
        cache = file;
        return this;
    }

    /**
     * Reads all music below folders, and in archives.
     *
     * @param folders folders, archives or music files
     * @return the corpus, with one melody at least
     * @throws java.nio.file.NoSuchFileException if one of them is missing
     * @throws UnusableCorpusException if no file gives a melody
     * @throws IOException if reading is interrupted, or something that is no cache lies in its place
     */
    public Corpus read(Path... folders) throws IOException {
        return read(Arrays.asList(folders));
    }

    /**
     * Reads all music below folders, and in archives.
     *
     * @param folders folders, archives or music files
     * @return the corpus, with one melody at least
     * @throws java.nio.file.NoSuchFileException if one of them is missing
     * @throws UnusableCorpusException if no file gives a melody
     * @throws IOException if reading is interrupted, or something that is no cache lies in its place
     */
    public Corpus read(List<Path> folders) throws IOException {
        try (SourceList found = SourceList.below(folders, cache)) {
            requireMusic(folders, found);
            return cache == null
                    ? build(folders, found, List.of())
                    : new CorpusCache(cache, CacheKey.of(options, found))
                            .readOrBuild(options, notices -> build(folders, found, notices));
        }
    }

    private Corpus build(List<Path> folders, SourceList found, List<String> notices) throws IOException {
        List<FileReading> readings = new ParallelReading(options, threads, progress).read(found.sources());
        Duplicates duplicates = Duplicates.find(readings, options.dropDuplicates());
        List<FileReport> reports = new ArrayList<>(found.unreadable());
        List<Piece> pieces = new ArrayList<>();
        for (FileReading reading : duplicates.readings()) {
            reports.add(reading.report());
            pieces.addAll(reading.pieces());
        }
        reports.sort(Comparator.comparing(FileReport::name));
        CorpusReport report = new CorpusReport(reports, found.otherFiles(), duplicates.count());
        if (pieces.isEmpty()) {
            throw new UnusableCorpusException(nothingUsable(folders, report), Optional.of(report));
        }
        return new Corpus(options, pieces, report, notices);
    }

    private static void requireMusic(List<Path> folders, SourceList found) throws UnusableCorpusException {
        if (!found.sources().isEmpty()) {
            return;
        }
        String extensions = Arrays.stream(MusicFormat.values())
                .flatMap(format -> format.extensions().stream())
                .collect(Collectors.joining(" "));
        String message = "there is no music in " + names(folders) + ": no file ends with one of " + extensions + " (of "
                + files(found.otherFiles()) + " that were found)";
        if (!found.unreadable().isEmpty()) {
            FileReport first = found.unreadable().get(0);
            message += "; " + found.unreadable().size() + " could not be read, the first being \"" + first.name()
                    + "\": " + first.reason();
        }
        throw new UnusableCorpusException(
                message, Optional.of(new CorpusReport(found.unreadable(), found.otherFiles(), 0)));
    }

    private static String nothingUsable(List<Path> folders, CorpusReport report) {
        FileReport first = report.files().get(0);
        String costs = report.costs().entrySet().stream()
                .map(cost -> cost.getKey().told(cost.getValue().loss().times()))
                .collect(Collectors.joining(", "));
        return "none of " + files(report.files().size()) + " in " + names(folders) + " gives a melody"
                + (costs.isEmpty() ? "" : " (" + costs + ")") + "; \"" + first.name() + "\", for one: "
                + first.reason();
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private static String names(List<Path> folders) {
        return folders.stream().map(folder -> "\"" + folder + "\"").collect(Collectors.joining(", "));
    }
}
