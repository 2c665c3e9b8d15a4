package io.github.musicgen.midi.abc;

import io.github.musicgen.midi.abc.playing.Performance;
import io.github.musicgen.midi.abc.reading.TuneHeader;
import io.github.musicgen.midi.abc.reading.TuneReader;
import io.github.musicgen.midi.abc.report.AbcNotice;
import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Budget;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.text.SourceLine;
import io.github.musicgen.midi.abc.text.SourceText;
import io.github.musicgen.midi.abc.text.TuneBook;
import io.github.musicgen.midi.abc.tune.Score;
import io.github.musicgen.midi.format.NoSuchTuneException;
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
 * for (AbcTune each : AbcReader.parseLenient(text)) {
 *     System.out.println(each.number() + " " + each.sequence().title() + " " + each.notices());
 * }
 * }</pre>
 *
 * <p>The tune is played: repeats, endings, the order of parts, da capo and dal segno are unfolded, tied notes are one.
 *
 * <ul>
 *   <li>Time: 480 ticks to a quarter, or the least multiple that expresses every length exactly.
 *   <li>Bars begin where the bar lines of the first voice with repeats are, or of the first voice. One that is shorter than its
 *       meter, such as a pickup, keeps the meter and is cut short by the next bar, which states its meter again; a longer one gets
 *       as many beats as it needs. Without a meter, bars are as they are written.
 *   <li>Velocities: {@code pppp ppp pp p mp mf f ff fff ffff} are 8, 16, 33, 49, 64, 80, 96, 112, 126, 127; 80 before any dynamic. An
 *       accent adds 16.
 *   <li>Accidentals hold for all octaves up to the bar line, as the standard says, unless {@code %%propagate-accidentals} does; a
 *       {@code K:} within the bar does not end them, of which the standard says nothing (abc2midi lets it).
 *   <li>Keys of other modes become minor if their third is a minor one, else major.
 *   <li>Grace notes sound before the beat, a 32nd each but at most half of what sounded before in their voice, and shorten that.
 *   <li>Lyrics: a syllable whose word goes on ends with a hyphen; the n-th time a note is played, verse n is sung.
 *   <li>Chord symbols are the texts in quotes that look like chords; other texts, slurs and ornaments are not played.
 *   <li>Each voice that plays is a part; {@code %%MIDI program}, {@code channel 10} and {@code transpose} count.
 *   <li>Fields {@code K:}, {@code L:} and {@code M:} on lines of their own, where all voices have come to the same time, are for all of
 *       them, else for the voice that is written.
 * </ul>
 *
 * <p>Unknown things are skipped and told as {@link AbcNotice}s. {@link #read} and {@link #parse} refuse what is malformed; most
 * of ABC is written by hand, so {@link #readLenient} and {@link #parseLenient} repair it, and tell that too. What would turn a
 * small text into an endless piece is refused by all of them.
 */
public final class AbcReader {
    /** The largest file that is read. */
    public static final long MAX_BYTES = 1L << 26;

    private AbcReader() {}

    /**
     * Reads the first tune of a file, which must keep to the rules; a fault in a later one does not matter.
     *
     * @param path where the file is
     * @return its music
     * @throws MalformedAbcException if the tune breaks the rules of the notation
     * @throws IOException if the bytes cannot be read
     */
    public static NoteSequence readFirst(Path path) throws IOException {
        return read(path, 1).sequence();
    }

    /**
     * Reads a file and repairs what is malformed.
     *
     * @param path where the file is
     * @return its tunes, at least one
     * @throws MalformedAbcException if the file holds no tune, or one beyond all bounds
     * @throws IOException if the bytes cannot be read
     */
    public static List<AbcTune> readLenient(Path path) throws IOException {
        return parseLenient(text(path));
    }

    /**
     * Reads a file that must keep to the rules.
     *
     * @param path where the file is
     * @return its tunes, at least one
     * @throws MalformedAbcException if the file breaks the rules of the notation
     * @throws IOException if the bytes cannot be read
     */
    public static List<AbcTune> read(Path path) throws IOException {
        return parse(text(path));
    }

    /**
     * Reads a text and repairs what is malformed.
     *
     * @param text the text
     * @return its tunes, at least one
     * @throws MalformedAbcException if the text holds no tune, or one beyond all bounds
     */
    public static List<AbcTune> parseLenient(String text) throws MalformedAbcException {
        return parse(text, false);
    }

    /**
     * Reads a text that must keep to the rules.
     *
     * @param text the text
     * @return its tunes, at least one
     * @throws MalformedAbcException if the text breaks the rules of the notation
     */
    public static List<AbcTune> parse(String text) throws MalformedAbcException {
        return parse(text, true);
    }

    /**
     * Reads one tune of a file, which must keep to the rules, whatever the other tunes do.
     *
     * @param path where the file is
     * @param tune which one in the order of the file, counted from 1
     * @return that tune
     * @throws MalformedAbcException if the tune, or what the file says of all tunes, breaks the rules of the notation
     * @throws NoSuchTuneException if the file has fewer tunes
     * @throws IOException if the bytes cannot be read
     */
    public static AbcTune read(Path path, int tune) throws IOException {
        return parse(text(path), tune, true);
    }

    /**
     * Reads one tune of a file and repairs what is malformed in it.
     *
     * @param path where the file is
     * @param tune which one in the order of the file, counted from 1
     * @return that tune
     * @throws MalformedAbcException if the file holds no tune, or this one is beyond all bounds
     * @throws NoSuchTuneException if the file has fewer tunes
     * @throws IOException if the bytes cannot be read
     */
    public static AbcTune readLenient(Path path, int tune) throws IOException {
        return parse(text(path), tune, false);
    }

    /**
     * Reads the bytes of a file that must keep to the rules.
     *
     * @param file the bytes, in UTF-8, UTF-16 or Latin-1
     * @return its tunes, at least one
     * @throws MalformedAbcException if the file breaks the rules of the notation
     */
    public static List<AbcTune> parse(byte[] file) throws MalformedAbcException {
        requireSize(file.length);
        return parse(SourceText.decode(file));
    }

    /**
     * Reads the bytes of a file and repairs what is malformed.
     *
     * @param file the bytes, in UTF-8, UTF-16 or Latin-1
     * @return its tunes, at least one
     * @throws MalformedAbcException if the file holds no tune, or one beyond all bounds
     */
    public static List<AbcTune> parseLenient(byte[] file) throws MalformedAbcException {
        requireSize(file.length);
        return parseLenient(SourceText.decode(file));
    }

    private static String text(Path path) throws IOException {
        requireSize(Files.size(path));
        return SourceText.decode(Files.readAllBytes(path));
    }

    private static void requireSize(long bytes) throws MalformedAbcException {
        if (bytes > MAX_BYTES) {
            throw new MalformedAbcException(
                    1, 1, "a tune book must be 0.." + MAX_BYTES + " bytes long, but was " + bytes);
        }
    }

    private static AbcTune parse(String text, int tune, boolean strict)
            throws MalformedAbcException, NoSuchTuneException {
        TuneBook book = book(text);
        List<SourceLine> lines =
                book.tunes().get(NoSuchTuneException.index(book.tunes().size(), tune));
        TuneHeader header = TuneHeader.ofBook(book, new Problems(strict));
        return tune(header, lines, new Problems(strict), new Budget(text.length()));
    }

    private static List<AbcTune> parse(String text, boolean strict) throws MalformedAbcException {
        TuneBook book = book(text);
        TuneHeader header = TuneHeader.ofBook(book, new Problems(strict));
        Budget budget = new Budget(text.length());
        List<AbcTune> tunes = new ArrayList<>();
        for (List<SourceLine> lines : book.tunes()) {
            tunes.add(tune(header, lines, new Problems(strict), budget));
        }
        return tunes;
    }

    private static TuneBook book(String text) throws MalformedAbcException {
        TuneBook book = TuneBook.of(SourceText.lines(text));
        if (book.tunes().isEmpty()) {
            throw new MalformedAbcException(1, 1, "a tune book must hold a field X: or K:, but did not");
        }
        return book;
    }

    private static AbcTune tune(TuneHeader header, List<SourceLine> lines, Problems problems, Budget budget)
            throws MalformedAbcException {
        Score score = new TuneReader(header, lines, problems, budget).read();
        NoteSequence sequence = Performance.of(score, problems, budget);
        return new AbcTune(score.number(), sequence, problems.notices());
    }
}
