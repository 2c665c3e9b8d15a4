package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.midi.files.MusicReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private PartChoice part;

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
        return part.name();
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
