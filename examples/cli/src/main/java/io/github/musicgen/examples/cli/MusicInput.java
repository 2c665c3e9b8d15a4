package io.github.musicgen.examples.cli;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.midi.format.MalformedMusicException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads music for any command; what goes wrong names the file. */
final class MusicInput {
    private MusicInput() {}

    /** How to read a file. */
    interface Reading<T> {
        T read(Path path) throws IOException;
    }

    static MusicFormat format(CommandSpec spec, Path path) {
        return Usage.checked(spec, () -> MusicFormat.of(path));
    }

    /** Reads one tune, counted from 1 on: strictly, or repairing what can be repaired. */
    static MusicReading read(CommandSpec spec, Path path, int tune, boolean repair) throws IOException {
        format(spec, path);
        List<MusicReading> tunes = named(path, repair ? MusicFiles::readAllLenient : MusicFiles::readAll);
        if (tune < 1 || tune > tunes.size()) {
            throw new ParameterException(
                    spec.commandLine(), "--tune must be 1.." + tunes.size() + " for " + path + ", but was " + tune);
        }
        return tunes.get(tune - 1);
    }

    /** Reads, and names the file in what may go wrong. */
    static <T> T named(Path path, Reading<T> reading) throws IOException {
        requireNoFolder(path);
        try {
            return reading.read(path);
        } catch (MalformedMusicException malformed) {
            throw in(path, malformed);
        }
    }

    /** Refuses a folder by its name, which what the JDK says of one lacks. */
    static void requireNoFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "a folder, not a file");
        }
    }

    static IOException in(Path path, Exception failure) {
        return new IOException(path + ": " + failure.getMessage(), failure);
    }
}
