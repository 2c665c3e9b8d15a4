package io.github.musicgen.examples.web.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What load is put on the server. */
final class LoadOptions {
    @Option(names = "--duets", paramLabel = "N", description = "Duets at once.")
    int duets = 200;

    @Option(names = "--seconds", paramLabel = "N", description = "How long.")
    int seconds = 60;

    @Option(names = "--every", paramLabel = "MS", description = "Milliseconds between two phrases of a duet.")
    int everyMilliseconds = 2000;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of an answer.")
    int steps = 32;

    @Option(names = "--json", paramLabel = "FILE", description = "Where the figures go besides standard output.")
    @Nullable
    Path json;

    @Option(names = "--page", paramLabel = "FILE", description = "Where a page of them goes, if anywhere.")
    @Nullable
    Path page;
}
