package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.midi.files.MusicReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The music to continue. */
final class PrimerFile {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--primer",
            paramLabel = "IN",
            required = true,
            description = "The music to continue: a .mid, .musicxml, .mxl or .abc file.")
    private Path path;

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description =
                    "Which part of the primer to continue, by its name or, if none is called so, its number; inspect lists "
                            + "them (default: of those with one note at a time the highest).")
    private @Nullable String part;

    @Option(
            names = "--tune",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which tune of a book of several, from 1 on (default: ${DEFAULT-VALUE}).")
    private int tune;

    @Option(
            names = "--repair",
            description =
                    "Repair a primer that breaks the rules of its format, and say on standard error what was done.")
    private boolean repair;

    Path path() {
        return path;
    }

    Optional<String> part() {
        return Optional.ofNullable(part);
    }

    void check() {
        MusicInput.format(spec, path);
    }

    MusicReading read() throws IOException {
        MusicReading reading = MusicInput.read(spec, path, tune, repair);
        if (repair) {
            reading.notices().forEach(notice -> spec.commandLine().getErr().println(path + ": " + notice));
        }
        return reading;
    }
}
