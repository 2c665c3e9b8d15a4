package io.github.musicgen.models.corpus;

import io.github.musicgen.models.corpus.division.MelodyFingerprint;
import io.github.musicgen.models.corpus.report.FileReport;
import io.github.musicgen.models.corpus.report.Limit;
import io.github.musicgen.models.corpus.report.Loss;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the melodies that were there before, in whatever key, and leaves them out where that is wanted. Used once. */
final class Duplicates {
    private final Map<String, String> firsts = new HashMap<>(); // by fingerprint: the piece that had it first
    private final List<FileReading> readings = new ArrayList<>();
    private int count;

    private Duplicates() {}

    static Duplicates find(List<FileReading> readings, boolean drop) {
        Duplicates duplicates = new Duplicates();
        for (FileReading reading : readings) {
            FileReading without = duplicates.without(reading);
            duplicates.readings.add(drop ? without : reading);
        }
        return duplicates;
    }

    /** What is left of each file. */
    List<FileReading> readings() {
        return readings;
    }

    /** Melodies that were there before. */
    int count() {
        return count;
    }

    private FileReading without(FileReading reading) {
        List<Piece> pieces = new ArrayList<>();
        List<Melody> dropped = new ArrayList<>();
        String original = "";
        for (Piece piece : reading.pieces()) {
            List<Melody> melodies = new ArrayList<>();
            for (Melody melody : piece.melodies()) {
                String first = firsts.putIfAbsent(MelodyFingerprint.of(melody), piece.name());
                (first == null ? melodies : dropped).add(melody);
                original = original.isEmpty() && first != null ? first : original;
            }
            if (!melodies.isEmpty()) {
                pieces.add(new Piece(piece.name(), melodies));
            }
        }
        count += dropped.size();
        return dropped.isEmpty() ? reading : new FileReading(report(reading, pieces, dropped, original), pieces, false);
    }

    private static FileReport report(FileReading reading, List<Piece> pieces, List<Melody> dropped, String original) {
        FileReport report = reading.report();
        Map<Limit, Loss> losses = new EnumMap<>(Limit.class);
        losses.putAll(report.losses());
        losses.put(
                Limit.DUPLICATES,
                new Loss(
                        dropped.size(),
                        dropped.stream().mapToLong(Melody::length).sum()));
        String allDropped = "all its melodies are there before, the first in \"" + original + "\"";
        return new FileReport(
                report.name(),
                pieces.isEmpty() ? Verdict.REJECTED : report.verdict(),
                pieces.isEmpty() ? allDropped : report.reason(),
                FileReading.melodies(pieces),
                FileReading.steps(pieces),
                losses,
                report.repairs());
    }
}
