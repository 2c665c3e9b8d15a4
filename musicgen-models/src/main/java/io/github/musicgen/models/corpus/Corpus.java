package io.github.musicgen.models.corpus;

import io.github.musicgen.models.corpus.division.Digests;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.CorpusReport;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The melodies of a folder of music, and what became of every file in it.
 *
 * <pre>{@code
 * Corpus corpus = Corpus.read(Path.of("tunes"), CorpusOptions.training());
 * System.out.print(corpus.report().summary());
 * CorpusSplit split = corpus.split(SplitFractions.usual());
 * }</pre>
 *
 * <p>The same files give the same corpus on every machine. {@link CorpusReader} reads with a cache, with progress, or from several
 * folders.
 */
public final class Corpus {
    private final CorpusOptions options;
    private final List<Piece> pieces;
    private final CorpusReport report;
    private final List<String> notices;

    Corpus(CorpusOptions options, List<Piece> pieces, CorpusReport report, List<String> notices) {
        this.options = options;
        this.pieces = List.copyOf(pieces);
        this.report = report;
        this.notices = List.copyOf(notices);
    }

    /**
     * Reads all music below a folder, or in an archive.
     *
     * @param folder the folder, the archive, or one music file
     * @param options what is taken for a melody
     * @return the corpus, with one melody at least
     * @throws java.nio.file.NoSuchFileException if there is no such folder
     * @throws UnusableCorpusException if no file gives a melody
     * @throws IOException if reading is interrupted
     */
    public static Corpus read(Path folder, CorpusOptions options) throws IOException {
        return new CorpusReader(options).read(folder);
    }

    /**
     * How it was read.
     *
     * @return the options
     */
    public CorpusOptions options() {
        return options;
    }

    /**
     * Its pieces.
     *
     * @return in the order of names
     */
    public List<Piece> pieces() {
        return pieces;
    }

    /**
     * Some of its pieces, such as a side of a {@link #split division}.
     *
     * @param some pieces of this corpus
     * @return a corpus of them alone, with what is known of the files of all
     */
    public Corpus only(List<Piece> some) {
        return new Corpus(options, some, report, notices);
    }

    /**
     * The melodies of all pieces.
     *
     * @return as they are written, in no model's key or range
     */
    public List<Melody> melodies() {
        return CorpusSplit.melodies(pieces);
    }

    /**
     * What became of every file.
     *
     * @return the report
     */
    public CorpusReport report() {
        return report;
    }

    /**
     * What a user should know of the cache, such as that it was corrupt.
     *
     * @return a sentence each
     */
    public List<String> notices() {
        return notices;
    }

    /**
     * What tells this corpus from any other, for the record of what a model was trained on.
     *
     * @return SHA-256 over all melodies, in 64 hexadecimal digits; names of files don't count, but their order does
     */
    public String fingerprint() {
        return fingerprint(melodies());
    }

    /**
     * What tells melodies from any others.
     *
     * @param melodies the melodies
     * @return SHA-256 over all of them in their order, in 64 hexadecimal digits
     */
    public static String fingerprint(List<Melody> melodies) {
        MessageDigest digest = Digests.sha256();
        for (Melody melody : melodies) {
            ByteBuffer bytes = ByteBuffer.allocate(3 * Integer.BYTES + melody.length());
            bytes.putInt(melody.length()).putInt(melody.stepsPerBar()).putInt(melody.stepsPerQuarter());
            for (int i = 0; i < melody.length(); i++) {
                bytes.put((byte) melody.event(i));
            }
            digest.update(bytes.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Divides it by a hash of its contents, so that the same piece lies on the same side everywhere. The same melody in whatever
     * key lies on one side, and so do all melodies of a piece. A small corpus leaves no side empty.
     *
     * @param fractions how much for which side
     * @return the sides
     * @throws UnusableCorpusException if there are fewer different pieces than sides
     */
    public CorpusSplit split(SplitFractions fractions) throws UnusableCorpusException {
        return CorpusSplit.of(pieces, fractions);
    }
}
