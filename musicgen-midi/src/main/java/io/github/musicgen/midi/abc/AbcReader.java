package io.github.musicgen.midi.abc;

import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tunes in ABC notation, version 2.1. A file is a book of tunes.
 *
 * <pre>{@code
 * NoteSequence tune = AbcReader.readFirst(Path.of("tune.abc"));
 * for (AbcTune each : AbcReader.parse(text)) {
 *     System.out.println(each.number() + " " + each.sequence().title() + " " + each.notices());
 * }
 * }</pre>
 *
 * <p>Most of ABC is written by hand, so {@link #read} and {@link #parse} are lenient: what is unknown is skipped, what is
 * malformed is repaired, and both are told as {@link AbcNotice}s. {@link #readStrict} and {@link #parseStrict} skip the unknown
 * too, but refuse the malformed. What would turn a small text into an endless piece is refused by all of them.
 */
public final class AbcReader {
    /** The largest file that is read. */
    public static final long MAX_BYTES = 1L << 26;

    private AbcReader() {}

    /**
     * Reads the first tune of a file.
     *
     * @param path where the file is
     * @return its music
     * @throws MalformedAbcException if the file holds no tune, or one beyond all bounds
     * @throws IOException if the bytes cannot be read
     */
    public static NoteSequence readFirst(Path path) throws IOException {
        return read(path).get(0).sequence();
    }

    /**
     * Reads a file and repairs what is malformed.
     *
     * @param path where the file is
     * @return its tunes, at least one
     * @throws MalformedAbcException if the file holds no tune, or one beyond all bounds
     * @throws IOException if the bytes cannot be read
     */
    public static List<AbcTune> read(Path path) throws IOException {
        return parse(text(path));
    }

    /**
     * Reads a file that must keep to the rules.
     *
     * @param path where the file is
     * @return its tunes, at least one
     * @throws MalformedAbcException if the file breaks the rules of the notation
     * @throws IOException if the bytes cannot be read
     */
    public static List<AbcTune> readStrict(Path path) throws IOException {
        return parseStrict(text(path));
    }

    /**
     * Reads a text and repairs what is malformed.
     *
     * @param text the text
     * @return its tunes, at least one
     * @throws MalformedAbcException if the text holds no tune, or one beyond all bounds
     */
    public static List<AbcTune> parse(String text) throws MalformedAbcException {
        return parse(text, false);
    }

    /**
     * Reads a text that must keep to the rules.
     *
     * @param text the text
     * @return its tunes, at least one
     * @throws MalformedAbcException if the text breaks the rules of the notation
     */
    public static List<AbcTune> parseStrict(String text) throws MalformedAbcException {
        return parse(text, true);
    }

    private static String text(Path path) throws IOException {
        long bytes = Files.size(path);
        if (bytes > MAX_BYTES) {
            throw new MalformedAbcException(
                    1, 1, "a tune book must be 0.." + MAX_BYTES + " bytes long, but was " + bytes);
        }
        return SourceText.decode(Files.readAllBytes(path));
    }

    private static List<AbcTune> parse(String text, boolean strict) throws MalformedAbcException {
        TuneBook book = TuneBook.of(SourceText.lines(text));
        if (book.tunes().isEmpty()) {
            throw new MalformedAbcException(1, 1, "a tune book must hold a field X: or K:, but did not");
        }
        TuneHeader header = header(book.header(), new Problems(strict));
        Budget budget = new Budget(text.length());
        List<AbcTune> tunes = new ArrayList<>();
        for (List<SourceLine> lines : book.tunes()) {
            tunes.add(new TuneReader(header, lines, new Problems(strict), budget).read());
        }
        return tunes;
    }

    private static TuneHeader header(List<SourceLine> lines, Problems problems) throws MalformedAbcException {
        TuneHeader header = new TuneHeader();
        for (SourceLine line : lines) {
            Field field = line.isDirective() ? line.directive() : line.field();
            if (line.isDirective()) {
                header.directive(field, problems);
            } else {
                header.field(field, problems);
            }
        }
        return header;
    }
}
