package io.github.musicgen.examples.cli.music;

import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.files.MusicReading;
import io.github.musicgen.midi.format.MalformedMusicException;
import io.github.musicgen.midi.format.NoSuchTuneException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads music for any command; what goes wrong names the file. */
public final class MusicInput {
    private MusicInput() {}

    /** A file is malformed; it is named. */
    private static final class UnreadableMusicException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableMusicException(String message, MalformedMusicException malformed) {
            super(message, malformed);
        }
    }

    /** How to read a file. */
    public interface Reading<T> {
        T read(Path path) throws IOException;
    }

    /** What is done with music that was read. */
    public interface Step<T> {
        T run() throws IOException;
    }

    /** The same, for the sake of what it writes. */
    public interface Writing {
        void run() throws IOException;
    }

    public static MusicFormat format(CommandSpec spec, Path path) {
        return Usage.checked(spec, () -> MusicFormat.of(path));
    }

    /** Reads one tune, counted from 1 on: strictly, or repairing what can be repaired. */
    public static MusicReading read(CommandSpec spec, Path path, int tune, boolean repair) throws IOException {
        format(spec, path);
        try {
            Reading<MusicReading> lenient = file -> MusicFiles.readTuneLenient(file, tune);
            return repair
                    ? named(path, lenient)
                    : strictly(spec, path, file -> MusicFiles.readTune(file, tune), lenient);
        } catch (NoSuchTuneException missing) {
            throw new ParameterException(spec.commandLine(), path + ": --" + missing.getMessage(), missing);
        }
    }

    /** Reads strictly, and says of {@code --repair}, where the command has it, if that would help. */
    static <T> T strictly(CommandSpec spec, Path path, Reading<T> strict, Reading<T> lenient) throws IOException {
        try {
            return named(path, strict);
        } catch (UnreadableMusicException unreadable) {
            if (spec.findOption("--repair") == null || !canRead(path, lenient)) {
                throw unreadable;
            }
            throw new IOException(unreadable.getMessage() + " (--repair reads it nevertheless)", unreadable);
        }
    }

    private static boolean canRead(Path path, Reading<?> reading) throws IOException {
        try {
            reading.read(path);
            return true;
        } catch (MalformedMusicException beyondRepair) {
            return false;
        }
    }

    /** Reads, and names the file in what may go wrong. */
    public static <T> T named(Path path, Reading<T> reading) throws IOException {
        OutputFile.requireNoFolder(path);
        try {
            return reading.read(path);
        } catch (MalformedMusicException malformed) {
            throw new UnreadableMusicException(path + ": " + malformed.getMessage(), malformed);
        }
    }

    /** Does what the library refuses to do with some music, beyond the limits of a format or a grid, and names its file then. */
    public static <T> T within(Path path, Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (IllegalArgumentException refused) {
            throw in(path, refused);
        }
    }

    public static void writing(Path path, Writing writing) throws IOException {
        within(path, () -> {
            writing.run();
            return path;
        });
    }

    /** Says of which file or model something is wrong. */
    public static IOException in(Object place, Exception failure) {
        return new IOException(place + ": " + failure.getMessage(), failure);
    }
}
