package io.github.musicgen.models.corpus;

import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the melodies that were there before, in whatever key, and leaves them out where that is wanted.
 *
 * @param readings what is left of each file
 * @param count melodies that were there before
 */
record Duplicates(List<FileReading> readings, int count) {

    static Duplicates find(List<FileReading> readings, boolean drop) {
        Map<String, String> firsts = new HashMap<>(); // by fingerprint: the piece that had it first
        List<FileReading> left = new ArrayList<>();
        int count = 0;
        for (FileReading reading : readings) {
            List<Piece> pieces = new ArrayList<>();
            Loss loss = Loss.NONE;
            String original = "";
            for (Piece piece : reading.pieces()) {
                List<Melody> melodies = new ArrayList<>();
                for (Melody melody : piece.melodies()) {
                    String first = firsts.putIfAbsent(MelodyFingerprint.of(melody), piece.name());
                    if (first == null) {
                        melodies.add(melody);
                    } else {
                        loss = loss.plus(new Loss(1, melody.length()));
                        original = original.isEmpty() ? first : original;
                    }
                }
                if (!melodies.isEmpty()) {
                    pieces.add(new Piece(piece.name(), melodies));
                }
            }
            count += loss.times();
            left.add(drop && loss.times() > 0 ? without(reading, pieces, loss, original) : reading);
        }
        return new Duplicates(left, count);
    }

    private static FileReading without(FileReading reading, List<Piece> pieces, Loss loss, String original) {
        FileReport report = reading.report();
        Map<Limit, Loss> losses = new EnumMap<>(Limit.class);
        losses.putAll(report.losses());
        losses.put(Limit.DUPLICATES, loss);
        FileReport changed = new FileReport(
                report.name(),
                pieces.isEmpty() ? Verdict.REJECTED : report.verdict(),
                pieces.isEmpty()
                        ? "all its melodies are there before, the first in \"" + original + "\""
                        : report.reason(),
                FileReading.melodies(pieces),
                FileReading.steps(pieces),
                losses,
                report.repairs());
        return new FileReading(changed, pieces, false);
    }
}
