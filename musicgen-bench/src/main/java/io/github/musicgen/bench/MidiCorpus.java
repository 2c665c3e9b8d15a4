package io.github.musicgen.bench;

import io.github.musicgen.midi.MidiFile;
import io.github.musicgen.midi.MidiTrack;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * MIDI files in memory, to read them without waiting for a disk.
 *
 * @param name where they are from
 * @param files the bytes of each
 */
record MidiCorpus(String name, List<byte[]> files) {

    /** The property that names a folder of corpora. */
    static final String PROPERTY = "musicgen.corpus";

    private static final List<String> FOLDERS = List.of("folk", "drums", "game");
    private static final int COMPOSED_FILES = 200;
    private static final int NOTES_PER_PART = 500;

    /** The corpora of the folder that the property names, or composed ones if it is not set. */
    static MidiCorpus load() throws IOException {
        String folder = System.getProperty(PROPERTY, "");
        return folder.isEmpty() ? composed() : below(Path.of(folder));
    }

    static MidiCorpus below(Path root) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> paths = Files.walk(root.resolve(folder))) {
                for (Path path : paths.filter(MidiCorpus::isMidi).sorted().toList()) {
                    files.add(Files.readAllBytes(path));
                }
            }
        }
        return new MidiCorpus(String.join(" + ", FOLDERS), files);
    }

    /** Random tunes of one to four parts, the same ones each time. */
    static MidiCorpus composed() {
        SplittableRandom random = new SplittableRandom(1);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < COMPOSED_FILES; i++) {
            NoteSequence.Builder tune = NoteSequence.builder(480);
            for (int part = 0; part <= i % 4; part++) {
                tune.part(compose(random));
            }
            files.add(MidiWriter.toMidiFile(tune.build()).toBytes());
        }
        return new MidiCorpus("composed", files);
    }

    private static Part compose(SplittableRandom random) {
        Part.Builder part = Part.builder("Part").program(random.nextInt(128));
        long tick = 0;
        for (int i = 0; i < NOTES_PER_PART; i++) {
            long end = tick + 120L * random.nextInt(1, 5);
            part.note(random.nextInt(48, 84), random.nextInt(60, 120), tick, end);
            tick = end;
        }
        return part.build();
    }

    private static boolean isMidi(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".mid");
    }

    long bytes() {
        return files.stream().mapToLong(file -> file.length).sum();
    }

    /** Counts the events, ends of tracks included, as every rival has to. */
    long events() throws IOException {
        long events = 0;
        for (byte[] file : files) {
            events += events(MidiFile.parse(file));
        }
        return events;
    }

    static long events(MidiFile file) {
        long events = 0;
        for (MidiTrack track : file.tracks()) {
            events += track.events().size() + 1;
        }
        return events;
    }

    /** Says how much there is, so that times can be turned into events per second. */
    String describe() throws IOException {
        return String.format(
                Locale.ROOT, "%s: %,d files, %,d bytes, %,d events", name, files.size(), bytes(), events());
    }
}
