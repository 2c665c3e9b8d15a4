package io.github.musicgen.midi.musicxml;

import io.github.musicgen.midi.format.AtomicFile;
import io.github.musicgen.midi.musicxml.writing.ScoreWriter;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes MusicXML 4.0 that notation programs open, plain or compressed.
 *
 * <p>Notes stay exactly where they are if notation can say it: within each quarter 256ths, or triplets, quintuplets, septuplets,
 * or tuplets of 9, 11 or 13 down to 32nds of the tuplet. In quarters where none of these fits all notes of the part, they are moved to
 * 32nds or to 32nd triplets, whichever is nearer. A note that would have no length gets one such step.
 *
 * <p>The last bar is filled up with rests, as notation has it. So music that ends within a bar ends with that bar when it is read back.
 *
 * <p>Bars, meters and keys, tempos, chord symbols, markers, lyrics on notes that begin with them, the sustain pedal, programs, drums
 * and velocities are written; other controllers and pitch bends have no place in a score. Keyboards that use both hands get two
 * staves; a staff has up to four voices, and what they can't hold is cut into tied notes. What is read back by {@link MusicXmlReader}
 * are the same notes.
 */
public final class MusicXmlWriter {
    private static final String CONTAINER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <container>
              <rootfiles>
                <rootfile full-path="score.musicxml" media-type="application/vnd.recordare.musicxml+xml"/>
              </rootfiles>
            </container>
            """;
    private static final LocalDateTime FIRST_TIME_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private MusicXmlWriter() {}

    /**
     * Writes a file as a whole or not at all: {@code .mxl} compressed, whatever other name plain.
     *
     * @param sequence the music
     * @param path the file, which is replaced if it is there
     * @throws IllegalArgumentException if the music has too many bars or notes for a score
     * @throws IOException if the file cannot be written
     */
    public static void write(NoteSequence sequence, Path path) throws IOException {
        boolean compressed = path.toString().toLowerCase(Locale.ROOT).endsWith(".mxl");
        byte[] bytes = compressed ? toCompressedBytes(sequence) : toBytes(sequence);
        AtomicFile.write(path, bytes);
    }

    /**
     * Writes a plain file into memory.
     *
     * @param sequence the music
     * @return the bytes of a {@code .musicxml} file; the same for the same music
     * @throws IllegalArgumentException if the music has too many bars or notes for a score
     */
    public static byte[] toBytes(NoteSequence sequence) {
        return ScoreWriter.write(sequence);
    }

    /**
     * Writes a compressed file into memory.
     *
     * @param sequence the music
     * @return the bytes of a {@code .mxl} file
     * @throws IllegalArgumentException if the music has too many bars or notes for a score
     */
    public static byte[] toCompressedBytes(NoteSequence sequence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "META-INF/container.xml", CONTAINER.getBytes(StandardCharsets.UTF_8));
            put(zip, "score.musicxml", toBytes(sequence));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIRST_TIME_OF_ZIP);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
