package io.github.musicgen.models.corpus;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.models.corpus.report.FileReport;
import io.github.musicgen.models.corpus.report.Repair;
import io.github.musicgen.models.corpus.report.Tally;
import io.github.musicgen.models.corpus.source.Source;
import io.github.musicgen.models.corpus.source.Unreadable;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one file gave.
 *
 * @param report its verdict
 * @param pieces its pieces that have melodies
 * @param outOfMemory whether it was given up because memory ran out, which may have been another file's fault
 */
record FileReading(FileReport report, List<Piece> pieces, boolean outOfMemory) {

    /** Reads a file, whatever is in it. */
    static FileReading of(Source source, CorpusOptions options) {
        try {
            return read(source, options);
        } catch (IOException e) {
            return rejected(source, Unreadable.reason(e), false);
        } catch (OutOfMemoryError e) {
            return rejected(source, Unreadable.TAKES_TOO_MUCH_MEMORY, true);
        } catch (StackOverflowError e) {
            return rejected(source, Unreadable.NESTED_TOO_DEEPLY, false);
        } catch (RuntimeException e) {
            // A fault of ours that a strange file brings to light: it must not cost the rest of the corpus.
            return rejected(source, "reading it failed: " + e, false);
        }
    }

    private static FileReading rejected(Source source, String reason, boolean outOfMemory) {
        return new FileReading(FileReport.rejected(source.name(), reason), List.of(), outOfMemory);
    }

    private static FileReading read(Source source, CorpusOptions options) throws IOException {
        Tally tally = new Tally();
        List<MusicReading> readings = parse(source, source.read(options.maxFileBytes()), tally);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            List<Melody> melodies = PieceExtraction.extract(readings.get(i).sequence(), options, tally);
            if (!melodies.isEmpty()) {
                String name = readings.size() == 1 ? source.name() : source.name() + "#" + (i + 1);
                pieces.add(new Piece(name, melodies));
            }
        }
        return new FileReading(tally.report(source.name(), melodies(pieces), steps(pieces)), pieces, false);
    }

    private static List<MusicReading> parse(Source source, byte[] bytes, Tally tally) throws IOException {
        try {
            return MusicFiles.parseAll(source.format(), bytes);
        } catch (MalformedMusicException fault) {
            List<MusicReading> mended = MusicFiles.parseAllLenient(source.format(), bytes);
            tally.repair(Repair.MENDED_FILE, String.valueOf(fault.getMessage()));
            return mended;
        }
    }

    static int melodies(List<Piece> pieces) {
        return pieces.stream().mapToInt(piece -> piece.melodies().size()).sum();
    }

    static long steps(List<Piece> pieces) {
        return pieces.stream()
                .flatMap(piece -> piece.melodies().stream())
                .mapToLong(Melody::length)
                .sum();
    }
}
