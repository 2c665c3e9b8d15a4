package io.github.musicgen.examples.cli.space;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The melody that others are made of. */
final class OneMelody {
    @Option(names = "--of", paramLabel = "IN", required = true, description = "Music with the melody.")
    private Path of;

    @Option(
            names = "--bar",
            paramLabel = "N",
            description = "The bar, from 1 on, in which it begins (default: the first that begins with a note).")
    private @Nullable Integer bar;

    SpaceMelody melody(CommandSpec spec) {
        return SpaceMelody.of(spec, of, "--bar", bar);
    }
}
