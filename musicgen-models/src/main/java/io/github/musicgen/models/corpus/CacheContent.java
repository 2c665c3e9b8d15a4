package io.github.musicgen.models.corpus;

import io.github.musicgen.models.corpus.report.CorpusReport;
import io.github.musicgen.models.corpus.report.FileReport;
import io.github.musicgen.models.corpus.report.Limit;
import io.github.musicgen.models.corpus.report.Loss;
import io.github.musicgen.models.corpus.report.Repair;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.representation.melody.Melody;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The pieces and the report of a corpus as bytes. Lengths come first, and nothing is allocated before its bytes are there. */
final class CacheContent {
    private CacheContent() {}

    static void write(Corpus corpus, DataOutputStream out) throws IOException {
        out.writeInt(corpus.pieces().size());
        for (Piece piece : corpus.pieces()) {
            writeText(piece.name(), out);
            out.writeInt(piece.melodies().size());
            for (Melody melody : piece.melodies()) {
                write(melody, out);
            }
        }
        CorpusReport report = corpus.report();
        out.writeInt(report.otherFiles());
        out.writeInt(report.duplicates());
        out.writeInt(report.files().size());
        for (FileReport file : report.files()) {
            write(file, out);
        }
    }

    private static void write(Melody melody, DataOutputStream out) throws IOException {
        out.writeInt(melody.startStep());
        out.writeInt(melody.stepsPerBar());
        out.writeInt(melody.stepsPerQuarter());
        byte[] events = new byte[melody.length()];
        for (int i = 0; i < events.length; i++) {
            events[i] = (byte) melody.event(i);
        }
        writeBytes(events, out);
    }

    private static void write(FileReport file, DataOutputStream out) throws IOException {
        writeText(file.name(), out);
        writeText(file.verdict().word(), out);
        writeText(file.reason(), out);
        out.writeInt(file.melodies());
        out.writeLong(file.steps());
        out.writeByte(file.losses().size());
        for (Map.Entry<Limit, Loss> loss : file.losses().entrySet()) {
            writeText(loss.getKey().word(), out);
            out.writeInt(loss.getValue().times());
            out.writeLong(loss.getValue().steps());
        }
        out.writeByte(file.repairs().size());
        for (Map.Entry<Repair, Integer> repair : file.repairs().entrySet()) {
            writeText(repair.getKey().word(), out);
            out.writeInt(repair.getValue());
        }
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Corpus read(DataInputStream in, CorpusOptions options) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            pieces.add(new Piece(readText(in), readMelodies(in)));
        }
        int otherFiles = in.readInt();
        int duplicates = in.readInt();
        List<FileReport> files = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            files.add(readFile(in));
        }
        return new Corpus(options, pieces, new CorpusReport(files, otherFiles, duplicates), List.of());
    }

    private static List<Melody> readMelodies(DataInputStream in) throws IOException {
        List<Melody> melodies = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int startStep = in.readInt();
            int stepsPerBar = in.readInt();
            int stepsPerQuarter = in.readInt();
            byte[] bytes = readBytes(in);
            int[] events = new int[bytes.length];
            for (int i = 0; i < events.length; i++) {
                events[i] = bytes[i];
            }
            melodies.add(
                    Melody.of(events).withMeter(stepsPerBar, stepsPerQuarter).withStartStep(startStep));
        }
        return melodies;
    }

    private static FileReport readFile(DataInputStream in) throws IOException {
        String name = readText(in);
        Verdict verdict = oneOf(Verdict.values(), Verdict::word, in);
        String reason = readText(in);
        int melodies = in.readInt();
        long steps = in.readLong();
        Map<Limit, Loss> losses = new EnumMap<>(Limit.class);
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            losses.put(oneOf(Limit.values(), Limit::word, in), new Loss(in.readInt(), in.readLong()));
        }
        Map<Repair, Integer> repairs = new EnumMap<>(Repair.class);
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            repairs.put(oneOf(Repair.values(), Repair::word, in), in.readInt());
        }
        return new FileReport(name, verdict, reason, melodies, steps, losses, repairs);
    }

    private static <T> T oneOf(T[] values, Function<T, String> word, DataInputStream in) throws IOException {
        String found = readText(in);
        for (T value : values) {
            if (word.apply(value).equals(found)) {
                return value;
            }
        }
        throw new IOException("a known word must stand here, but \"" + found + "\" did");
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new IOException("length must be 0 or more, but was " + length);
        }
        byte[] bytes = in.readNBytes(length); // grows as it reads
        if (bytes.length < length) {
            throw new EOFException("must have " + length + " bytes more, but had " + bytes.length);
        }
        return bytes;
    }
}
