package io.github.musicgen.models.corpus.source;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads folders in which every file holds one piece. What is broken is mended where it can be, what is there already left out. Used once.
 *
 * @param <P> what a file holds
 */
public final class PieceFolders<P> {
    private static final long MAX_FILE_BYTES = 1 << 24;

    /**
     * Makes a piece of what a file holds.
     *
     * @param <P> the piece
     */
    @FunctionalInterface
    public interface Making<P> {
        /**
         * Makes it.
         *
         * @param name where the file lies
         * @param music what it holds
         * @return the piece
         * @throws IllegalArgumentException if there is none; it says why
         */
        P piece(String name, NoteSequence music);
    }

    private final String wanted; // in words, such as a piece for a band
    private final Making<P> making;
    private final Function<P, String> marks;
    private final Map<String, String> known = new HashMap<>(); // by mark: the piece that had it first

    /**
     * Reads pieces of some kind.
     *
     * @param wanted what they are, in words
     * @param making makes them
     * @param marks tells whether two are the same
     */
    public PieceFolders(String wanted, Making<P> making, Function<P, String> marks) {
        this.wanted = wanted;
        this.making = making;
        this.marks = marks;
    }

    /**
     * Reads all files.
     *
     * @param folders where they lie
     * @return in the order of their names, with one piece at least
     * @throws IOException if a folder is missing
     * @throws UnusableCorpusException if there is no piece
     */
    public List<FoundPiece<P>> read(Path... folders) throws IOException {
        List<FoundPiece<P>> files = new ArrayList<>();
        try (SourceList found = SourceList.below(List.of(folders), null)) {
            found.unreadable().forEach(file -> files.add(FoundPiece.rejected(file.name(), file.reason())));
            found.sources().forEach(source -> files.add(read(source)));
        }
        files.sort(Comparator.comparing(FoundPiece::name));
        if (files.stream().allMatch(file -> file.piece().isEmpty())) {
            String first = files.isEmpty()
                    ? ""
                    : ", the first being " + files.get(0).name() + ": "
                            + files.get(0).reason();
            throw new UnusableCorpusException(
                    "there is no " + wanted + " in " + List.of(folders) + ": of " + files.size()
                            + " music files none could be used" + first,
                    Optional.empty());
        }
        return files;
    }

    /**
     * What was found.
     *
     * @param <P> what a file holds
     * @param files what became of them
     * @return their pieces
     */
    public static <P> List<P> pieces(List<FoundPiece<P>> files) {
        return files.stream().flatMap(file -> file.piece().stream()).toList();
    }

    private FoundPiece<P> read(Source source) {
        try {
            return parse(source);
        } catch (IOException e) {
            return FoundPiece.rejected(source.name(), Unreadable.reason(e));
        } catch (OutOfMemoryError e) {
            return FoundPiece.rejected(source.name(), Unreadable.TAKES_TOO_MUCH_MEMORY);
        } catch (StackOverflowError e) {
            return FoundPiece.rejected(source.name(), Unreadable.NESTED_TOO_DEEPLY);
        } catch (RuntimeException e) {
            return FoundPiece.rejected(source.name(), String.valueOf(e.getMessage()));
        }
    }

    private FoundPiece<P> parse(Source source) throws IOException {
        byte[] bytes = source.read(MAX_FILE_BYTES);
        Verdict verdict = Verdict.KEPT;
        String mended = "";
        List<MusicReading> readings;
        try {
            readings = MusicFiles.parseAll(source.format(), bytes);
        } catch (MalformedMusicException fault) {
            readings = MusicFiles.parseAllLenient(source.format(), bytes);
            verdict = Verdict.REPAIRED;
            mended = String.valueOf(fault.getMessage());
        }
        if (readings.size() != 1) {
            return FoundPiece.rejected(
                    source.name(), "it holds " + readings.size() + " tunes, where there must be one " + wanted);
        }
        P piece = making.piece(source.name(), readings.get(0).sequence());
        String twin = known.putIfAbsent(marks.apply(piece), source.name());
        return twin == null
                ? new FoundPiece<>(source.name(), verdict, mended, Optional.of(piece))
                : FoundPiece.rejected(source.name(), "it is the same as " + twin);
    }
}
