package io.github.musicgen.examples.cli;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.midi.smf.MidiFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads music for any command; what goes wrong names the file. */
final class MusicInput {
    private MusicInput() {}

    static MusicFormat format(CommandSpec spec, Path path) {
        return Usage.checked(spec, () -> MusicFormat.of(path));
    }

    /** Reads one tune, counted from 1 on: strictly, or repairing what can be repaired. */
    static MusicReading read(CommandSpec spec, Path path, int tune, boolean repair) throws IOException {
        format(spec, path);
        InputFile.requireNoFolder(path);
        try {
            List<MusicReading> tunes = repair ? MusicFiles.readAllLenient(path) : MusicFiles.readAll(path);
            if (tune < 1 || tune > tunes.size()) {
                throw new ParameterException(
                        spec.commandLine(), "--tune must be 1.." + tunes.size() + " for " + path + ", but was " + tune);
            }
            return tunes.get(tune - 1);
        } catch (MalformedMusicException malformed) {
            throw in(path, malformed);
        }
    }

    static MidiFile events(Path path) throws IOException {
        InputFile.requireNoFolder(path);
        try {
            return MidiFile.read(path);
        } catch (MalformedMusicException malformed) {
            throw in(path, malformed);
        }
    }

    static IOException in(Path path, Exception failure) {
        return new IOException(path + ": " + failure.getMessage(), failure);
    }
}
