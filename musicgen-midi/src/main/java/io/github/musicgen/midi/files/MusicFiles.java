package io.github.musicgen.midi.files;

import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiReading;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.abc.AbcReader;
import io.github.musicgen.midi.abc.AbcTune;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.midi.format.NoSuchTuneException;
import io.github.musicgen.midi.musicxml.MusicXmlReader;
import io.github.musicgen.midi.musicxml.MusicXmlReading;
import io.github.musicgen.midi.musicxml.MusicXmlWriter;
import io.github.musicgen.midi.smf.LenientMidi;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes music in whatever format the name of a file ends with.
 *
 * <pre>{@code
 * NoteSequence song = MusicFiles.read(Path.of("song.mxl"));
 * MusicFiles.write(song.transpose(2), Path.of("higher.mid"));
 * }</pre>
 */
public final class MusicFiles {
    private MusicFiles() {}

    /**
     * Reads a file strictly: the first fault ends it, but of a book of tunes only the first one is read.
     *
     * @param path where it is
     * @return the music; of a book of tunes the first one
     * @throws MalformedMusicException if the file breaks the rules of its format
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its name ends with no known extension
     */
    public static NoteSequence read(Path path) throws IOException {
        return readTune(path, 1).sequence();
    }

    /**
     * Reads all pieces of a file strictly: the first fault ends it.
     *
     * @param path where it is
     * @return one piece, or each tune of a book
     * @throws MalformedMusicException if the file breaks the rules of its format
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its name ends with no known extension
     */
    public static List<MusicReading> readAll(Path path) throws IOException {
        return switch (MusicFormat.of(path)) {
            case MIDI -> List.of(interpret(MidiFile.read(path), List.of()));
            case MUSICXML -> List.of(score(MusicXmlReader.readWithNotices(path)));
            case ABC -> tunes(AbcReader.read(path));
        };
    }

    /**
     * Reads one piece of a file strictly. A fault in another tune of a book does not matter.
     *
     * @param path where it is
     * @param tune which tune of a book, counted from 1; 1 for a file of another kind
     * @return the piece
     * @throws io.github.musicgen.midi.format.MalformedMusicException if the piece breaks the rules of its format
     * @throws NoSuchTuneException if the file has fewer pieces
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its name ends with no known extension
     */
    public static MusicReading readTune(Path path, int tune) throws IOException {
        return MusicFormat.of(path) == MusicFormat.ABC
                ? reading(AbcReader.read(path, tune))
                : only(readAll(path), tune);
    }

    /**
     * Reads one piece of a file and repairs what can be repaired in it.
     *
     * @param path where it is
     * @param tune which tune of a book, counted from 1; 1 for a file of another kind
     * @return the piece; the notices tell every repair
     * @throws io.github.musicgen.midi.format.MalformedMusicException if the piece is beyond repair
     * @throws NoSuchTuneException if the file has fewer pieces
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its name ends with no known extension
     */
    public static MusicReading readTuneLenient(Path path, int tune) throws IOException {
        return MusicFormat.of(path) == MusicFormat.ABC
                ? reading(AbcReader.readLenient(path, tune))
                : only(readAllLenient(path), tune);
    }

    private static MusicReading only(List<MusicReading> pieces, int tune) throws NoSuchTuneException {
        return pieces.get(NoSuchTuneException.index(pieces.size(), tune));
    }

    /**
     * Reads all pieces of a file and repairs what can be repaired.
     *
     * @param path where it is
     * @return one piece, or each tune of a book; the notices tell every repair
     * @throws MalformedMusicException if the file is beyond repair
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its name ends with no known extension
     */
    public static List<MusicReading> readAllLenient(Path path) throws IOException {
        return switch (MusicFormat.of(path)) {
            case MIDI -> List.of(repaired(MidiFile.readLenient(path)));
            case MUSICXML -> List.of(score(MusicXmlReader.readWithNotices(path)));
            case ABC -> tunes(AbcReader.readLenient(path));
        };
    }

    /**
     * Reads all pieces of a file that is in memory already, strictly: the first fault ends it.
     *
     * @param format its format
     * @param file its bytes
     * @return one piece, or each tune of a book
     * @throws MalformedMusicException if the file breaks the rules of its format
     */
    public static List<MusicReading> parseAll(MusicFormat format, byte[] file) throws MalformedMusicException {
        return switch (format) {
            case MIDI -> List.of(interpret(MidiFile.parse(file), List.of()));
            case MUSICXML -> List.of(score(MusicXmlReader.parseWithNotices(file)));
            case ABC -> tunes(AbcReader.parse(file));
        };
    }

    /**
     * Reads all pieces of a file that is in memory already, and repairs what can be repaired.
     *
     * @param format its format
     * @param file its bytes
     * @return one piece, or each tune of a book; the notices tell every repair
     * @throws MalformedMusicException if the file is beyond repair
     */
    public static List<MusicReading> parseAllLenient(MusicFormat format, byte[] file) throws MalformedMusicException {
        return switch (format) {
            case MIDI -> List.of(repaired(MidiFile.parseLenient(file)));
            case MUSICXML -> List.of(score(MusicXmlReader.parseWithNotices(file)));
            case ABC -> tunes(AbcReader.parseLenient(file));
        };
    }

    /**
     * Writes music. Either the whole file appears at its place or what was there stays.
     *
     * @param sequence the music
     * @param path where to; an existing file is replaced
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if its name ends with no extension that can be written, or the format cannot hold the music
     */
    public static void write(NoteSequence sequence, Path path) throws IOException {
        switch (MusicFormat.of(path)) {
            case MIDI -> MidiWriter.write(sequence, path);
            case MUSICXML -> MusicXmlWriter.write(sequence, path);
            case ABC ->
                throw new IllegalArgumentException("ABC can be read, not written: \"" + path.getFileName() + "\"");
        }
    }

    private static MusicReading score(MusicXmlReading reading) {
        return new MusicReading(reading.sequence(), sentences(reading.notices()));
    }

    private static List<MusicReading> tunes(List<AbcTune> tunes) {
        return tunes.stream().map(MusicFiles::reading).toList();
    }

    private static MusicReading reading(AbcTune tune) {
        return new MusicReading(tune.sequence(), sentences(tune.notices()));
    }

    private static List<String> sentences(List<?> notices) {
        return notices.stream().map(Object::toString).toList();
    }

    private static MusicReading repaired(LenientMidi lenient) {
        return interpret(lenient.file(), lenient.repairs());
    }

    private static MusicReading interpret(MidiFile file, List<?> repairs) {
        MidiReading reading = MidiReader.readWithNotices(file);
        List<Object> notices = new ArrayList<>(repairs);
        notices.addAll(reading.notices());
        return new MusicReading(reading.sequence(), sentences(notices));
    }
}
