package io.github.musicgen.examples.cli.music;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.midi.smf.LenientMidi;
import io.github.musicgen.midi.smf.MidiFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The music file that a command works on: the same argument and options for each of them. */
public final class InputFile {
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

    public Path path() {
        return path;
    }

    public MusicFormat format() {
        return MusicInput.format(spec, path);
    }

    /** Reads strictly, or repairs what can be repaired. */
    public MusicReading read(boolean repair) throws IOException {
        return MusicInput.read(spec, path, tune, repair);
    }

    /** Why the file is refused where it is not repaired, if it is. */
    Optional<String> fault() throws IOException {
        try {
            MusicFiles.readTune(path, tune);
            return Optional.empty();
        } catch (MalformedMusicException malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
    }

    /** Reads the events of a MIDI file strictly. */
    MidiFile readEvents() throws IOException {
        return MusicInput.strictly(
                spec, path, MidiFile::read, file -> MidiFile.readLenient(file).file());
    }

    /** Reads the events of a MIDI file and repairs what can be repaired. */
    LenientMidi repairEvents() throws IOException {
        return MusicInput.named(path, MidiFile::readLenient);
    }
}
