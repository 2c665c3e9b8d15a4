package io.github.musicgen.midi.smf;

import io.github.musicgen.midi.format.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Standard MIDI File as it is: tracks of events, nothing interpreted and nothing lost. Immutable.
 *
 * <p>Reading what was written gives an equal file. Writing what was read gives the same events, and the same bytes if the file
 * uses running status wherever it may (or nowhere, see {@link RunningStatus}), writes its times and lengths in as few bytes as
 * possible, and has a header of six bytes. Longer headers are legal, but what is in them is not kept.
 *
 * <pre>{@code
 * MidiFile file = MidiFile.read(Path.of("tune.mid"));
 * for (MidiEvent event : file.tracks().get(0).events()) {
 *     if (event instanceof ChannelEvent.NoteOn note && !note.isRelease()) {
 *         System.out.println(note.tick() + " " + note.key());
 *     }
 * }
 * }</pre>
 *
 * @param format 0: one track holds everything; 1: the tracks play together; 2: each track is a piece of its own
 * @param division what a tick is
 * @param tracks the tracks, exactly one in a file of format 0
 * @param alienChunks chunks that are neither header nor tracks, ordered by their place among the tracks
 */
public record MidiFile(int format, Division division, List<MidiTrack> tracks, List<AlienChunk> alienChunks) {

    /** The most tracks that a file can declare. */
    public static final int MAX_TRACKS = 0xFFFF;

    /** What the names of such files end with, in lower case. */
    public static final List<String> EXTENSIONS = List.of(".mid", ".midi", ".kar", ".smf");

    /** The longest file that is read, in bytes: 1 GiB, far beyond any music. */
    static final long MAX_BYTES = 1L << 30;

    /** Copies the lists and checks that the file can be written. */
    public MidiFile {
        tracks = List.copyOf(tracks);
        alienChunks = List.copyOf(alienChunks);
        EventRange.between("format", 0, 2, format);
        EventRange.between("number of tracks", 0, MAX_TRACKS, tracks.size());
        if (format == 0 && tracks.size() != 1) {
            throw new IllegalArgumentException("format 0 must have 1 track, but has " + tracks.size());
        }
        int before = 0;
        for (AlienChunk chunk : alienChunks) {
            EventRange.between("tracks before chunk " + chunk.name(), before, tracks.size(), chunk.tracksBefore());
            before = chunk.tracksBefore();
        }
    }

    /**
     * Makes a file of nothing but tracks.
     *
     * @param format 0 to 2
     * @param division what a tick is
     * @param tracks the tracks, exactly one for format 0
     */
    public MidiFile(int format, Division division, List<MidiTrack> tracks) {
        this(format, division, tracks, List.of());
    }

    /**
     * Reads a file strictly: the first fault ends it.
     *
     * @param path where it is
     * @return the file
     * @throws MalformedMidiException if the file breaks the rules of the format
     * @throws IOException if the bytes cannot be read
     */
    public static MidiFile read(Path path) throws IOException {
        return parse(readBytes(path));
    }

    /**
     * Reads a file and repairs what is wrong with it.
     *
     * @param path where it is
     * @return the file and every repair
     * @throws MalformedMidiException if there is no header to begin with, or if there are more than 10,000 faults
     * @throws IOException if the bytes cannot be read
     */
    public static LenientMidi readLenient(Path path) throws IOException {
        return parseLenient(readBytes(path));
    }

    /**
     * Reads a file from memory strictly: the first fault ends it.
     *
     * @param bytes the whole file
     * @return the file
     * @throws MalformedMidiException if the bytes break the rules of the format
     */
    public static MidiFile parse(byte[] bytes) throws MalformedMidiException {
        return new FileParser(bytes, new Faults.Strict()).parse();
    }

    /**
     * Reads a file from memory and repairs what is wrong with it.
     *
     * @param bytes the whole file
     * @return the file and every repair
     * @throws MalformedMidiException if there is no header to begin with, or if there are more than 10,000 faults
     */
    public static LenientMidi parseLenient(byte[] bytes) throws MalformedMidiException {
        Faults.Lenient faults = new Faults.Lenient();
        return new LenientMidi(new FileParser(bytes, faults).parse(), faults.repairs());
    }

    /**
     * Writes the file to memory, with running status.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        return toBytes(RunningStatus.USED);
    }

    /**
     * Writes the file to memory.
     *
     * @param runningStatus whether to leave out repeated status bytes
     * @return the bytes
     */
    public byte[] toBytes(RunningStatus runningStatus) {
        return new FileSerializer(runningStatus).serialize(this);
    }

    /**
     * Writes the file to disk, with running status. Either the whole file appears at its place or what was there stays.
     *
     * @param path where to; an existing file is replaced
     * @throws IOException if the bytes cannot be written
     */
    public void write(Path path) throws IOException {
        write(path, RunningStatus.USED);
    }

    /**
     * Writes the file to disk. Either the whole file appears at its place or what was there stays.
     *
     * @param path where to; an existing file is replaced
     * @param runningStatus whether to leave out repeated status bytes
     * @throws IOException if the bytes cannot be written
     */
    public void write(Path path, RunningStatus runningStatus) throws IOException {
        AtomicFile.write(path, toBytes(runningStatus));
    }

    private static byte[] readBytes(Path path) throws IOException {
        long size = Files.size(path);
        if (size > MAX_BYTES) {
            throw new MalformedMidiException(0, MAX_BYTES, "file of " + size + " bytes is longer than " + MAX_BYTES);
        }
        return Files.readAllBytes(path);
    }
}
