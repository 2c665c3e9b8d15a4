package io.github.musicgen.examples.cli.generate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The part of some music that is meant: the same option for each command that reads a melody out of several parts. */
final class PartChoice {
    @Option(
            names = "--part",
            paramLabel = "NAME",
            description =
                    "Which part has the melody, by its name or, if none is called so, its number; inspect lists them "
                            + "(default: of those with one note at a time the highest).")
    private @Nullable String name;

    Optional<String> name() {
        return Optional.ofNullable(name);
    }
}
