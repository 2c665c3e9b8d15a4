package io.github.musicgen.examples.cli;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.midi.smf.LenientMidi;
import io.github.musicgen.midi.smf.MidiFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The music file that a command works on: the same argument and options for each of them. */
final class InputFile {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A .mid, .musicxml, .mxl or .abc file.")
    private Path path;

    @Option(
            names = "--tune",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which tune of a book of several, from 1 on (default: ${DEFAULT-VALUE}).")
    private int tune;

    Path path() {
        return path;
    }

    MusicFormat format() {
        return Usage.checked(spec, () -> MusicFormat.of(path));
    }

    /** Reads strictly, or repairs what can be repaired. */
    MusicReading read(boolean repair) throws IOException {
        format();
        return chosen(named(repair ? MusicFiles::readAllLenient : MusicFiles::readAll));
    }

    /** Reads the events of a MIDI file strictly. */
    MidiFile readEvents() throws IOException {
        return named(MidiFile::read);
    }

    /** Reads the events of a MIDI file and repairs what can be repaired. */
    LenientMidi repairEvents() throws IOException {
        return named(MidiFile::readLenient);
    }

    /** How to read a file. */
    private interface Reading<T> {
        T read(Path path) throws IOException;
    }

    /** Reads, and names the file in what may go wrong. */
    private <T> T named(Reading<T> reading) throws IOException {
        requireNoFolder(path);
        try {
            return reading.read(path);
        } catch (MalformedMusicException malformed) {
            throw new IOException(path + ": " + malformed.getMessage(), malformed);
        }
    }

    /** Refuses a folder by its name, which what the JDK says of one lacks. */
    static void requireNoFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "a folder, not a file");
        }
    }

    private MusicReading chosen(List<MusicReading> tunes) {
        if (tune < 1 || tune > tunes.size()) {
            throw new ParameterException(
                    spec.commandLine(), "--tune must be 1.." + tunes.size() + " for " + path + ", but was " + tune);
        }
        return tunes.get(tune - 1);
    }
}
